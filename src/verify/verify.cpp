#include "verify/verify.hpp"

#include <exception>

#include "verify/rules.hpp"

namespace triptych::verify {

void Report::add(std::string clause, std::string message) {
    if (all_.size() < most_violations) all_.push_back({std::move(clause), std::move(message)});
}

void Report::expect(bool holds, const char* clause, const std::string& message) {
    if (!holds) add(clause, message);
}

namespace {

/// Readers look for the header in the first kilobyte (ISO 32000-1 annex H.3.4.1).
bool has_pdf_head(std::string_view bytes) {
    return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

}  // namespace

std::vector<Violation> verify(std::string_view bytes) {
    Report report;
    if (!has_pdf_head(bytes)) {
        report.add("ISO 32000-1 7.5.2", "not a PDF");
        return report.take();
    }
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.setAttemptRecovery(false);
        const std::string copy(bytes);
        file.processMemoryFile("file", copy.data(), copy.size());
        check_bytes(bytes, report);
        check_keywords(file, bytes, report);
        const Purpose purpose = purpose_of(file);
        check_objects(file, purpose, report);
        check_document(file, purpose, report);
        check_navigation(file, report);
        check_metadata(file, purpose, report);
        if (purpose == Purpose::printing) check_print(file, report);
        const bool tagged = purpose == Purpose::reading;
        const StructureFacts facts = tagged ? check_structure(file, report) : StructureFacts{};
        check_pages(file, purpose, facts, report);
        for (const auto& warning : file.getWarnings())
            report.add("ISO 32000-1 7", std::string("damaged: ") + warning.what());
    } catch (const std::exception& error) {
        report.add("ISO 32000-1 7", std::string("can't be read: ") + error.what());
    }
    return report.take();
}

}  // namespace triptych::verify
