#include "cli/verify_files.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>
#include <triptych/files.hpp>
#include <triptych/modules.hpp>

#include "cli/foreign_words.hpp"

namespace triptych::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::optional<std::string> read_file(const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return file.good() || file.eof() ? std::optional(std::move(bytes)) : std::nullopt;
}

Message why_unread(const std::string& path) {
    std::error_code error;
    if (!fs::exists(path, error) && !error) return say("there is no file '{}'", path);
    return say(
        "'{}' can't be read: {}", path,
        ::access(path.c_str(), R_OK) != 0 ? said_by_system(errno) : reason(Obstacle::no_file));
}

constexpr std::string_view page_of_folder = "index.html";
/// Folders in folders that are looked into.
constexpr int deepest_folder = 8;

/// What stands beside the page of slides in its folder, in order; hidden files are nobody's.
std::vector<std::string> files_beside(const fs::path& page) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(page.parent_path(), error)) {
        const auto name = entry.path().filename().string();
        if (name != page_of_folder && !name.starts_with('.')) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Everything in a folder that is not hidden, in order.
std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (!entry.path().filename().string().starts_with('.') && !entry.is_symlink(error))
            entries.push_back(entry.path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

Message no_module() { return say("the verifier triptych-verify.so was not found"); }
Message where_modules_are() {
    return say("it stands beside the program or in lib/triptych, and needs libqpdf");
}

/// What can be held against rules.
enum class Format { pdf, epub, pptx, html, other };

Format format_of(const std::string& path, const std::string& bytes) {
    if (path.ends_with(".epub")) return Format::epub;
    if (path.ends_with(".pptx")) return Format::pptx;
    if (path.ends_with(".html")) return Format::html;
    return path.ends_with(".pdf") || bytes.starts_with("%PDF-") ? Format::pdf : Format::other;
}

/// Nothing when the verifier of PDFs is missing. Only PDFs say what they claim.
std::optional<PdfVerdict> verify(Format format, const std::string& path, const std::string& bytes,
                                 const Modules& modules) {
    switch (format) {
        case Format::pdf:
            return judge_pdf(bytes, modules);
        case Format::epub:
            return PdfVerdict{{}, verify_epub(bytes)};
        case Format::pptx:
            return PdfVerdict{{}, verify_pptx(bytes)};
        case Format::html:
            return PdfVerdict{{},
                              fs::path(path).filename() == page_of_folder
                                  ? verify_html(bytes, files_beside(path))
                                  : verify_html(bytes)};
        case Format::other:
            break;
    }
    return PdfVerdict{};
}

/// One line each.
std::string text_of(const PdfVerdict& verdict, const std::string& path, MessageLanguage language) {
    // What a PDF claims is names of standards, or this.
    const bool claims_none = verdict.claims == "no standard";
    const Message claims = claims_none ? say("no standard") : Message::verbatim(verdict.claims);
    const auto line = [&](const Message& said) {
        return say("{}: {}", path, said).in(language) + '\n';
    };
    const auto judged = [&](const Message& said) {
        return line(claims.empty() ? said : say("{}: {}", claims, said));
    };
    if (verdict.violations.empty()) return judged(say("ok"));
    // What claims no standard can't fail to keep it.
    std::string out = claims_none ? line(claims) : claims.empty() ? "" : judged(say("not kept"));
    for (const auto& violation : verdict.violations)
        out += line(say("{}: {}", violation.clause, violation.message));
    return out;
}

/// Files are verified one after another; one that can't be does not keep the others from it.
class Verifier {
public:
    Verifier(bool json, Console& console) : json_(json), console_(console) {}

    /// A file, slides in a folder, or a folder of these. False when the console can't be written
    /// to.
    bool run(const std::string& named) {
        std::error_code error;
        if (!fs::is_directory(named, error)) return run_file(named, Unknown::refused);
        const std::size_t before = verified_;
        if (!run_folder(named, 0)) return false;
        return verified_ > before || refuse(say("'{}' has no file to verify", named), kinds);
    }

    int exit_code() const { return exit_code_; }
    /// All violations, an object each.
    std::string list() const {
        std::string out = "[";
        for (const Json& each : list_)
            out += (out.size() > 1 ? ",\n " : "\n ") +
                   each.dump(-1, ' ', false, Json::error_handler_t::replace);
        return out + (out.size() > 1 ? "\n]\n" : "]\n");
    }

private:
    enum class Unknown { refused, passed_over };
    const Message kinds = say("it reads PDF, EPUB, PPTX and slides in HTML");

    bool run_folder(const fs::path& folder, int depth) {
        std::error_code error;
        const auto page = folder / page_of_folder;
        if (fs::is_regular_file(page, error)) return run_file(page.string(), Unknown::refused);
        for (const auto& entry : entries_of(folder)) {
            const bool is_folder = fs::is_directory(entry, error);
            if (is_folder && depth == deepest_folder) {
                refuse(say("'{}' lies too deep to be looked into", entry.string()), {});
                continue;
            }
            if (!(is_folder ? run_folder(entry, depth + 1)
                            : run_file(entry.string(), Unknown::passed_over)))
                return false;
        }
        return true;
    }

    bool run_file(const std::string& path, Unknown unknown) {
        const auto bytes = read_file(path);
        if (!bytes) return refuse(why_unread(path), {});
        const Format format = format_of(path, *bytes);
        if (format == Format::other)
            return unknown == Unknown::passed_over ||
                   refuse(say("there is no verifier for '{}'", path), kinds);
        ++verified_;
        const auto verdict = verify(format, path, *bytes, modules_);
        if (!verdict) return refuse_pdf();
        if (!verdict->violations.empty()) exit_code_ = std::max(exit_code_, 1);
        if (!json_) return console_.text(text_of(*verdict, path, console_.language()));
        for (const auto& violation : verdict->violations)
            list_.push_back({{"file", path},
                             {"clause", violation.clause},
                             {"message", violation.message.in(console_.language())}});
        return true;
    }

    bool refuse(const Message& message, const Message& hint) {
        exit_code_ = 2;
        console_.error(message, hint);
        return true;
    }
    /// Once for all PDFs.
    bool refuse_pdf() {
        if (std::exchange(has_refused_pdf_, true)) return true;
        return refuse(no_module(), where_modules_are());
    }

    const bool json_;
    std::vector<Json> list_;
    Console& console_;
    const Modules modules_{module_folders()};
    std::size_t verified_ = 0;
    bool has_refused_pdf_ = false;
    int exit_code_ = 0;
};

}  // namespace

int verify_files(const std::vector<std::string>& paths, FindingsFormat format, Console& console) {
    const bool json = format == FindingsFormat::json;
    Verifier verifier(json, console);
    for (const std::string& path : paths)
        if (!verifier.run(path)) return 1;
    return json && !console.text(verifier.list()) ? 1 : verifier.exit_code();
}

int derive_file(const std::string& path, Console& console) {
    const auto refuse = [&](const Message& message, const Message& hint) {
        console.error(message, hint);
        return 2;
    };
    const auto bytes = read_file(path);
    if (!bytes) return refuse(why_unread(path), {});
    const auto html = derive_html(*bytes, Modules(module_folders()));
    if (!html) return refuse(no_module(), where_modules_are());
    if (html->empty()) return refuse(say("'{}' is no PDF with tags", path), {});
    return console.text(*html) ? 0 : 1;
}

}  // namespace triptych::cli
