#include "cli/verify_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include <triptych/verify.hpp>

#include "cli/modules.hpp"

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

/// The violations of one file, a line each.
struct Findings {
    std::string path, lines;
};

void add_finding(void* sink, const char* clause, const char* message) {
    auto& findings = *static_cast<Findings*>(sink);
    findings.lines += findings.path + ": " + clause + ": " + message + '\n';
}

/// What can be held against rules.
enum class Format { pdf, epub, pptx, other };

Format format_of(const std::string& path, const std::string& bytes) {
    if (path.ends_with(".epub")) return Format::epub;
    if (path.ends_with(".pptx")) return Format::pptx;
    return path.ends_with(".pdf") || bytes.starts_with("%PDF-") ? Format::pdf : Format::other;
}

/// Files are verified one after another; one that can't be does not keep the others from it.
class Verifier {
public:
    explicit Verifier(Console& console) : console_(console) {}

    /// False when the console can't be written to.
    bool run(const std::string& path) {
        const auto bytes = read_file(path);
        if (!bytes) return refuse("the file '" + path + "' can't be read", {});
        Findings findings{path, {}};
        switch (format_of(path, *bytes)) {
            case Format::pdf:
                if (!load()) return true;
                verify_pdf_(bytes->data(), bytes->size(), add_finding, &findings);
                break;
            case Format::epub:
                add_all(verify_epub(*bytes), findings);
                break;
            case Format::pptx:
                add_all(verify_pptx(*bytes), findings);
                break;
            case Format::other:
                return refuse("there is no verifier for '" + path + "'",
                              "it reads PDF, EPUB and PPTX");
        }
        if (!findings.lines.empty()) exit_code_ = std::max(exit_code_, 1);
        return console_.text(findings.lines.empty() ? path + ": ok\n" : findings.lines);
    }

    int exit_code() const { return exit_code_; }

private:
    bool refuse(const std::string& message, const std::string& hint) {
        exit_code_ = 2;
        console_.error(message, hint);
        return true;
    }

    /// Loads the verifier of PDFs with the first of them.
    bool load() {
        if (!asked_) verify_pdf_ = load_verifier();
        if (!asked_ && verify_pdf_ == nullptr)
            refuse(std::string("the verifier ") + verify_module + " was not found",
                   "it stands beside the program or in lib/triptych, and needs libqpdf");
        asked_ = true;
        return verify_pdf_ != nullptr;
    }

    template <typename Violations>
    static void add_all(const Violations& violations, Findings& findings) {
        for (const auto& violation : violations)
            add_finding(&findings, violation.clause.c_str(), violation.message.c_str());
    }

    Console& console_;
    bool asked_ = false;
    TriptychVerify verify_pdf_ = nullptr;
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
