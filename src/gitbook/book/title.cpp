#include "gitbook/book/title.hpp"

#include <algorithm>
#include <array>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "base/title_text.hpp"
#include "gitbook/dialects/script_value.hpp"
#include "gitbook/syntax/address.hpp"
#include "gitbook/syntax/elements.hpp"

namespace triptych::gitbook {
namespace {

/// What first pages, contents and folders are called in any book, without capitals and final marks.
constexpr std::array generic_titles = std::to_array<std::string_view>({
    "",
    "about",
    "about this book",
    "contents",
    "doc",
    "docs",
    "documentation",
    "foreword",
    "get started",
    "getting started",
    "home",
    "home page",
    "homepage",
    "index",
    "intro",
    "introduction",
    "landing page",
    "main page",
    "menu",
    "navigation",
    "overview",
    "preface",
    "prologue",
    "read me",
    "readme",
    "start",
    "start here",
    "summary",
    "table of content",
    "table of contents",
    "title",
    "title page",
    "toc",
    "untitled",
    "welcome",
    "à propos",
    "accueil",
    "avant-propos",
    "avant propos",
    "bienvenue",
    "commencer",
    "démarrage",
    "démarrer",
    "généralités",
    "introduction générale",
    "lisez-moi",
    "page d'accueil",
    "page d’accueil",
    "pour commencer",
    "préambule",
    "préface",
    "présentation",
    "présentation générale",
    "prise en main",
    "résumé",
    "sans titre",
    "sommaire",
    "table des matières",
    "vue d'ensemble",
    "vue d’ensemble",
    "einführung",
    "einleitung",
    "inhalt",
    "inhaltsverzeichnis",
    "startseite",
    "übersicht",
    "überblick",
    "vorwort",
    "willkommen",
    "bienvenida",
    "bienvenido",
    "bienvenidos",
    "índice",
    "inicio",
    "introducción",
    "prefacio",
    "presentación",
    "prólogo",
    "tabla de contenidos",
    "visión general",
    "benvenuti",
    "benvenuto",
    "indice",
    "introduzione",
    "panoramica",
    "prefazione",
    "sommario",
    "bem-vindo",
    "bem-vindos",
    "início",
    "introdução",
    "prefácio",
    "sumário",
    "visão geral",
    "inhoud",
    "inhoudsopgave",
    "inleiding",
    "overzicht",
    "voorwoord",
    "welkom",
    "spis treści",
    "strona główna",
    "wprowadzenie",
    "wstęp",
    "úvod",
    "obsah",
    "uvod",
    "cuprins",
    "введение",
    "главная",
    "добро пожаловать",
    "оглавление",
    "предисловие",
    "содержание",
    "はじめに",
    "まえがき",
    "序文",
    "ようこそ",
    "ホーム",
    "概要",
    "目次",
    "イントロダクション",
    "前言",
    "简介",
    "介绍",
    "首页",
    "序言",
    "引言",
    "概述",
    "目录",
    "导言",
    "簡介",
    "目錄",
    "概覽",
    "소개",
    "시작하기",
    "머리말",
    "들어가며",
    "목차",
    "مقدمه",
    "مقدمة",
    "הקדמה",
    "परिचय",
    // Folders
    "book",
    "content",
    "main",
    "master",
    "pages",
    "public",
    "site",
    "source",
    "sources",
    "src",
    "web",
    "website",
    "wiki",
    "www",
    "workspace",
    "repo",
    "project",
});

std::string plain(std::string_view title) {
    std::string lower = text::lower_case(text::nfc(without_emoji(title)));
    constexpr std::array marks{"!", "?", ".", ":", "…", "！", "。", "\u00A0", "\u202F", " "};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view mark : marks)
            if (lower.ends_with(mark)) {
                lower.resize(lower.size() - mark.size());
                again = true;
            }
    }
    return lower;
}

/// `my-handbook` as people write it: "My handbook".
std::string from_name(std::string_view name) {
    std::string title(name);
    std::replace(title.begin(), title.end(), '-', ' ');
    std::replace(title.begin(), title.end(), '_', ' ');
    title = text::collapse_spaces(title);
    if (!title.empty() && title.find('.') == std::string::npos)
        return with_capital(std::move(title));
    return title;
}

/// The name of the folder at the end of `path`, or of one above it where that fits any folder.
std::string folder_name(std::string_view path) {
    constexpr int most_above = 2;
    for (int above = 0; above <= most_above && !path.empty(); ++above) {
        std::string name = from_name(name_of(path));
        if (!is_generic_title(name)) return name;
        path = folder_of(path);
    }
    return {};
}

void say_taken(const NamedBy& taken, const std::string& first_page, Diagnostics& diagnostics) {
    diagnostics.report(
        Kind::title_assumed, {},
        say("the first page is called '{}', as in any book; the book is called '{}' by {}",
            first_page, taken.title, taken.source),
        say("say so with 'title: {}' in triptych.yaml", taken.title));
}

}  // namespace

std::string without_emoji(std::string_view title) {
    if (text::leading_pictographs(title) == title.size()) return {};
    return text::collapse_spaces(text::without_pictographs(title));
}

std::string title_from_path(std::string_view path) {
    std::string_view name = name_of(is_readme(path) ? folder_of(path) : path);
    if (is_markdown(name)) name = name.substr(0, name.rfind('.'));
    std::string title = text::replace_all(std::string(name), "-", " ");
    return title.empty() ? "README" : title;
}

bool is_generic_title(std::string_view title) {
    const std::string bare = plain(title);
    return is_one_of(bare, generic_titles);
}

std::string choose_title(const TitleCandidates& candidates, Diagnostics& diagnostics) {
    const auto& [configured, of_summary, of_first_page, otherwise] = candidates;
    const bool untitled = is_generic_title(of_first_page);
    if (!is_generic_title(configured.title)) {
        if (untitled) say_taken(configured, of_first_page, diagnostics);
        return configured.title;
    }
    if (!is_generic_title(of_summary)) return without_emoji(of_summary);
    if (untitled)
        for (const NamedBy& name : otherwise)
            if (!is_generic_title(name.title)) {
                say_taken(name, of_first_page, diagnostics);
                return name.title;
            }
    std::string title = without_emoji(of_first_page);
    return title.empty() ? of_first_page : title;
}

std::vector<NamedBy> names_from_outside(const Files& files, const FileIndex& index,
                                        std::string_view site_url, std::string_view folder) {
    constexpr std::size_t longest = 100'000;
    std::vector<NamedBy> names;
    std::string host = host_of(site_url);
    if (const std::string* path = index.find("package.json")) {
        const std::string json = files.read(*path).value_or("").substr(0, longest);
        std::string name = script_value(json, "displayName");
        if (name.empty()) name = from_name(name_of(script_value(json, "name")));
        names.push_back({std::move(name), Message::verbatim("package.json")});
        if (host.empty()) host = host_of(script_value(json, "homepage"));
    }
    if (const std::string* path = index.find("CNAME"); path != nullptr && host.empty())
        host = text::trim(files.read(*path).value_or("").substr(0, 200));
    if (host == "github.com" || host == "gitlab.com" || host.ends_with(".github.io")) host.clear();
    if (!host.empty()) names.push_back({std::move(host), say("the site's host")});
    if (std::string name = folder_name(folder); !name.empty())
        names.push_back({std::move(name), say("the folder's name")});
    return names;
}

}  // namespace triptych::gitbook
