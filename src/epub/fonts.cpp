#include "epub/fonts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/code_parts.hpp"
#include "base/number_signs.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "doc/tex/letters.hpp"
#include "epub/styles.hpp"
#include "font/script_packs.hpp"

namespace triptych::epub {
namespace {

constexpr int bold = 700;
/// Chinese characters, kana and hangul take some 700 bytes each: of a text with more of them than
/// this in one face, it is left to the reader's own fonts.
constexpr char32_t first_ideograph = 0x2E80;
constexpr std::size_t most_ideographs = 1'200;
/// The style sheet numbers lists and lines of code itself.
constexpr std::string_view digits = "0123456789";

/// What an element hands on to the text in it.
struct Setting {
    style::FamilyRole family{};
    int weight = 400;
    bool italic = false;
    std::string language{};
    friend auto operator<=>(const Setting&, const Setting&) = default;
};

/// Whether a text has letters of Armenian, Hebrew, Arabic, India and the like, or signs from arrows
/// to emoji, by the first bytes of their UTF-8. It may have none all the same.
bool may_need_others(std::string_view text) {
    constexpr unsigned char arrows = 0x86, before_signs = 0xE2;
    unsigned char before = 0;
    return std::any_of(text.begin(), text.end(), [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        const bool sign = std::exchange(before, byte) == before_signs && byte >= arrows;
        return sign || (byte >= 0xD4 && byte <= 0xE1) || byte == 0xEA || byte == 0xF0;
    });
}

bool has_class(std::string_view classes, std::string_view wanted) {
    if (classes.empty()) return false;
    for (const auto name : text::split(classes, ' '))
        if (name == wanted) return true;
    return false;
}

bool matches(pugi::xml_node node, const StyledElement& element) {
    return element.css_class.empty()
               ? node.name() == element.tag
               : has_class(node.attribute("class").value(), element.css_class);
}

class Reader {
public:
    Reader(std::string_view language, const Resources& resources)
        : resources_(resources), language_(language), form_(font::han_form(language)) {}

    void read(pugi::xml_node node, const Setting& setting) {
        for (const auto child : node.children()) {
            if (child.type() == pugi::node_pcdata) add_text(child.value(), setting);
            if (child.type() != pugi::node_element) continue;
            if (std::string_view(child.name()) == "math") {
                read_formula(child);
                continue;
            }
            const auto inner = inside(child, setting);
            if (std::string_view(child.name()) == "ol" && !own_digits_.empty())
                add_text(own_digits_, inner);
            if (has_class(child.attribute("class").value(), "numbered"))
                characters(inner).add(digits);
            read(child, inner);
        }
    }

    Setting of(style::Role role) const {
        const auto& text = resources_.sheet.ebook.medium[role].text;
        return {text.family, text.weight, text.italic, language_};
    }

    Characters& characters(const Setting& setting) { return use_[face(setting)]; }
    TextUse take() { return std::move(use_); }

private:
    /// Letters of other scripts are embedded in the faces of their packs, signs and emoji in those
    /// of the fallback: few readers with electronic ink have any. Of East Asia, these are letters
    /// in the forms of the book's language: a style sheet can't tell two faces of one letter apart.
    void add_text(std::string_view text, const Setting& setting) {
        characters(setting).add(text);
        if (!form_ && !may_need_others(text)) return;
        const FaceId own = face(setting);
        const bool is_of_book = form_ && font::han_form(setting.language) == form_;
        for (const font::FaceRun& run : resources_.fonts.itemize(text, own, setting.language)) {
            const std::string_view part = text.substr(run.begin, run.end - run.begin);
            const bool is_shown = !run.east_asian || is_of_book;
            if (run.face != own && !run.missing && is_shown) use_[run.face].add(part);
        }
    }

    /// Single letters are shown in italics; a root is drawn with its sign.
    void read_formula(pugi::xml_node node) {
        const Setting setting{style::FamilyRole::math, 400, false, language_};
        const std::string_view name = node.name();
        if (name == "msqrt" || name == "mroot") characters(setting).add("√");
        for (const auto child : node.children()) {
            if (child.type() == pugi::node_element) read_formula(child);
            if (child.type() != pugi::node_pcdata) continue;
            const std::string_view text = child.value();
            add_text(text, setting);
            std::string italic;
            for (std::size_t at = 0; name == "mi" && at < text.size();)
                text::append_code_point(italic,
                                        doc::tex::italic_letter(text::next_code_point(text, at)));
            characters(setting).add(italic);
        }
    }
    Setting inside(pugi::xml_node node, Setting setting) const {
        for (const auto& element : styled_elements())
            if (matches(node, element)) {
                auto own = of(element.role);
                own.language = setting.language;
                if (element.extent == StyleExtent::letters)
                    setting.family = own.family;
                else
                    setting = own;
            }
        const std::string_view name = node.name();
        if (name == "span") take_code_part(node.attribute("class").value(), setting);
        if (name == "strong") setting.weight = bold;
        if (name == "em") setting.italic = true;
        if (const auto language = node.attribute("lang")) setting.language = language.value();
        return setting;
    }

    /// Parts of code are the only elements with these classes.
    void take_code_part(std::string_view css, Setting& setting) const {
        if (css.size() != 1) return;
        for (const CodePart part : code_parts)
            if (css_class(part) == css) {
                const auto text = resources_.sheet.ebook.medium.code_text(part);
                setting.weight = text.weight;
                setting.italic = text.italic;
            }
    }

    FaceId face(const Setting& setting) {
        const auto known = faces_.find(setting);
        if (known != faces_.end()) return known->second;
        const auto& families = resources_.sheet.fonts.families;
        const auto face =
            resources_.fonts.find(families[static_cast<std::size_t>(setting.family)].name,
                                  setting.weight, setting.italic);
        return faces_.emplace(setting, face).first->second;
    }

    const Resources& resources_;
    std::string language_;  ///< of the book
    /// That items are numbered with, where they are not those of Latin letters.
    std::string own_digits_ = digits_in_style_sheets(language_).empty()
                                  ? std::string()
                                  : own_digits(std::string(digits), language_);
    std::optional<font::HanForm> form_;
    std::map<Setting, FaceId> faces_;
    TextUse use_;
};

/// An ASCII name, whatever the layout calls its file.
std::string file_name(const std::string& path, FaceId face) {
    const auto name = text::file_name(path);
    const bool truetype = text::lower_case(name).ends_with(".ttf");
    return fmt::format("{:02}-{}.{}", index(face), text::file_slug(name.substr(0, name.rfind('.'))),
                       truetype ? "ttf" : "otf");
}

}  // namespace

void Characters::add(std::string_view text) {
    std::bitset<256>* block = nullptr;
    char32_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (!block || c / 256 != number) {
            number = c / 256;
            block = &blocks_[number];
        }
        block->set(c % 256);
    }
}

void Characters::add(const Characters& other) {
    for (const auto& [number, block] : other.blocks_) blocks_[number] |= block;
}

std::size_t Characters::count_from(char32_t first) const {
    std::size_t count = 0;
    for (const auto& [number, block] : blocks_)
        if (number * 256 >= first / 256 * 256) count += block.count();
    return count;
}

std::vector<char32_t> Characters::sorted() const {
    std::vector<char32_t> all;
    for (const auto& [number, block] : blocks_)
        for (char32_t i = 0; i < 256; ++i)
            if (block[i] && number * 256 + i >= U' ') all.push_back(number * 256 + i);
    return all;
}

TextUse text_use(pugi::xml_node body, std::string_view language, const Resources& resources) {
    Reader reader(language, resources);
    const auto plain = reader.of(style::Role::body);
    reader.read(body, plain);
    reader.characters(plain).add(digits);
    reader.characters(plain).add(".•◦▪");
    return reader.take();
}

void add(const TextUse& other, TextUse& use) {
    for (const auto& [face, characters] : other) use[face].add(characters);
}

std::vector<EmbeddedFont> embed_fonts(const TextUse& use, std::string_view language,
                                      const Resources& resources) {
    const std::vector<std::pair<FaceId, Characters>> faces(use.begin(), use.end());
    std::vector<std::optional<std::string>> programs(faces.size());
    for_each_index(faces.size(), resources.threads, [&](std::size_t i) {
        if (faces[i].second.count_from(first_ideograph) > most_ideographs) return;
        programs[i] =
            resources.fonts.subset_for_text(faces[i].first, faces[i].second.sorted(), language);
    });
    std::vector<EmbeddedFont> fonts;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        if (!programs[i]) continue;
        const FaceId face = faces[i].first;
        const auto& file = resources.fonts.file(face);
        const std::string family =
            file.family.empty() ? fmt::format("other-{}", index(face)) : file.family;
        fonts.push_back({file_name(file.path, face), family, file.weight, file.italic,
                         resources.fonts.draws_emoji(face), std::move(*programs[i])});
    }
    return fonts;
}

}  // namespace triptych::epub
