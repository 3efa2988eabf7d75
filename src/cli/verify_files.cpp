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

/// What can be held against rules.
enum class Format { pdf, epub, pptx, html, other };

Format format_of(const std::string& path, const std::string& bytes) {
    if (path.ends_with(".epub")) return Format::epub;
    if (path.ends_with(".pptx")) return Format::pptx;
    if (path.ends_with(".html")) return Format::html;
    return path.ends_with(".pdf") || bytes.starts_with("%PDF-") ? Format::pdf : Format::other;
}

/// Nothing when the verifier of PDFs is missing.
std::optional<std::vector<Violation>> verify(Format format, const std::string& path,
                                             const std::string& bytes, const Modules& modules) {
    switch (format) {
        case Format::pdf:
            return verify_pdf(bytes, modules);
        case Format::epub:
            return verify_epub(bytes);
        case Format::pptx:
            return verify_pptx(bytes);
        case Format::html:
            return fs::path(path).filename() == page_of_folder
                       ? verify_html(bytes, files_beside(path))
                       : verify_html(bytes);
        case Format::other:
            break;
    }
    return std::vector<Violation>{};
}

/// One line each.
std::string text_of(const std::vector<Violation>& violations, const std::string& path) {
    std::string out;
    for (const auto& violation : violations)
        out += path + ": " + violation.clause + ": " + violation.message + '\n';
    return out.empty() ? path + ": ok\n" : out;
}

/// Files are verified one after another; one that can't be does not keep the others from it.
class Verifier {
public:
    explicit Verifier(Console& console) : console_(console) {}

    /// False when the console can't be written to.
    bool run(const std::string& named) {
        std::error_code error;
        const std::string path =
            fs::is_directory(named, error) ? (fs::path(named) / page_of_folder).string() : named;
        const auto bytes = read_file(path);
        if (!bytes) return refuse("the file '" + path + "' can't be read", {});
        const Format format = format_of(path, *bytes);
        if (format == Format::other)
            return refuse("there is no verifier for '" + path + "'",
                          "it reads PDF, EPUB, PPTX and slides in HTML");
        const auto violations = verify(format, path, *bytes, modules_);
        if (!violations) return refuse_pdf();
        if (!violations->empty()) exit_code_ = std::max(exit_code_, 1);
        return console_.text(text_of(*violations, path));
    }

    int exit_code() const { return exit_code_; }

private:
    bool refuse(const std::string& message, const std::string& hint) {
        exit_code_ = 2;
        console_.error(message, hint);
        return true;
    }
    /// Once for all PDFs.
    bool refuse_pdf() {
        if (std::exchange(has_refused_pdf_, true)) return true;
        return refuse("the verifier triptych-verify.so was not found",
                      "it stands beside the program or in lib/triptych, and needs libqpdf");
    }

    Console& console_;
    const Modules modules_{module_folders()};
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

}  // namespace triptych::cli
