#include "cli/verify_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include <triptych/modules.hpp>

namespace triptych::cli {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return file.good() || file.eof() ? std::optional(std::move(bytes)) : std::nullopt;
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

constexpr const char* no_module = "the verifier triptych-verify.so was not found";
constexpr const char* where_modules_are =
    "it stands beside the program or in lib/triptych, and needs libqpdf";

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
std::string text_of(const PdfVerdict& verdict, const std::string& path) {
    const std::string head = path + ": " + (verdict.claims.empty() ? "" : verdict.claims + ": ");
    if (verdict.violations.empty()) return head + "ok\n";
    std::string out;
    if (!verdict.claims.empty()) out = head + "not kept\n";
    for (const auto& violation : verdict.violations)
        out += path + ": " + violation.clause + ": " + violation.message + '\n';
    return out;
}

/// Files are verified one after another; one that can't be does not keep the others from it.
class Verifier {
public:
    explicit Verifier(Console& console) : console_(console) {}

    /// A file, slides in a folder, or a folder of these. False when the console can't be written
    /// to.
    bool run(const std::string& named) {
        std::error_code error;
        if (!fs::is_directory(named, error)) return run_file(named, Unknown::refused);
        const std::size_t before = verified_;
        if (!run_folder(named, 0)) return false;
        return verified_ > before || refuse("'" + named + "' has no file to verify", kinds);
    }

    int exit_code() const { return exit_code_; }

private:
    enum class Unknown { refused, passed_over };
    static constexpr const char* kinds = "it reads PDF, EPUB, PPTX and slides in HTML";

    bool run_folder(const fs::path& folder, int depth) {
        std::error_code error;
        const auto page = folder / page_of_folder;
        if (fs::is_regular_file(page, error)) return run_file(page.string(), Unknown::refused);
        for (const auto& entry : entries_of(folder)) {
            const bool is_folder = fs::is_directory(entry, error);
            if (is_folder && depth == deepest_folder) {
                refuse("'" + entry.string() + "' lies too deep to be looked into", {});
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
        if (!bytes) return refuse("the file '" + path + "' can't be read", {});
        const Format format = format_of(path, *bytes);
        if (format == Format::other)
            return unknown == Unknown::passed_over ||
                   refuse("there is no verifier for '" + path + "'", kinds);
        ++verified_;
        const auto verdict = verify(format, path, *bytes, modules_);
        if (!verdict) return refuse_pdf();
        if (!verdict->violations.empty()) exit_code_ = std::max(exit_code_, 1);
        return console_.text(text_of(*verdict, path));
    }

    bool refuse(const std::string& message, const std::string& hint) {
        exit_code_ = 2;
        console_.error(message, hint);
        return true;
    }
    /// Once for all PDFs.
    bool refuse_pdf() {
        if (std::exchange(has_refused_pdf_, true)) return true;
        return refuse(no_module, where_modules_are);
    }

    Console& console_;
    const Modules modules_{module_folders()};
    std::size_t verified_ = 0;
    bool has_refused_pdf_ = false;
    int exit_code_ = 0;
};

}  // namespace

int verify_files(const std::vector<std::string>& paths, Console& console) {
    Verifier verifier(console);
    for (const std::string& path : paths)
        if (!verifier.run(path)) return 1;
    return verifier.exit_code();
}

int derive_file(const std::string& path, Console& console) {
    const auto refuse = [&](const std::string& message, const char* hint) {
        console.error(message, hint);
        return 2;
    };
    const auto bytes = read_file(path);
    if (!bytes) return refuse("the file '" + path + "' can't be read", "");
    const auto html = derive_html(*bytes, Modules(module_folders()));
    if (!html) return refuse(no_module, where_modules_are);
    if (html->empty()) return refuse("'" + path + "' is no PDF with tags", "");
    return console.text(*html) ? 0 : 1;
}

}  // namespace triptych::cli
