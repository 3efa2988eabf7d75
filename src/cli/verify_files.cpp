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

bool is_epub(const std::string& path) { return path.ends_with(".epub"); }
bool is_pptx(const std::string& path) { return path.ends_with(".pptx"); }
bool is_pdf(const std::string& path) { return !is_epub(path) && !is_pptx(path); }

/// `verify_pdf` is needed for PDFs only.
void verify_one(const std::string& bytes, TriptychVerify verify_pdf, Findings& findings) {
    if (is_pdf(findings.path))
        return verify_pdf(bytes.data(), bytes.size(), add_finding, &findings);
    for (const auto& violation : is_epub(findings.path) ? verify_epub(bytes) : verify_pptx(bytes))
        add_finding(&findings, violation.clause.c_str(), violation.message.c_str());
}

}  // namespace

int verify_files(const std::vector<std::string>& paths, Console& console) {
    const bool any_pdf = std::any_of(paths.begin(), paths.end(), is_pdf);
    const TriptychVerify verify = any_pdf ? load_verifier() : nullptr;
    if (any_pdf && verify == nullptr) {
        console.error(std::string("the verifier ") + verify_module + " was not found",
                      "it stands beside the program or in lib/triptych, and needs libqpdf");
        return 2;
    }
    int exit_code = 0;
    for (const std::string& path : paths) {
        if (path.ends_with(".html")) {
            console.error("there is no verifier for HTML: '" + path + "'",
                          "it reads PDF, EPUB and PPTX; a browser's checkers read the slides");
            return 2;
        }
        const auto bytes = read_file(path);
        if (!bytes) {
            console.error("the file '" + path + "' can't be read");
            return 2;
        }
        Findings findings{path, {}};
        verify_one(*bytes, verify, findings);
        if (!findings.lines.empty()) exit_code = 1;
        if (!console.text(findings.lines.empty() ? path + ": ok\n" : findings.lines)) return 1;
    }
    return exit_code;
}

}  // namespace triptych::cli
