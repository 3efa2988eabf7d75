#include "verify/verify.hpp"

#include <exception>
#include <stdexcept>

#include "verify/rules.hpp"

namespace triptych::verify {

void Report::add(std::string clause, std::string message) {
    clause = clauses_.name(clause);
    if (!clause.empty() && all_.size() < most_violations)
        all_.push_back({std::move(clause), std::move(message)});
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

Verdict verify_claims(std::string_view bytes) {
    Report report;
    Verdict verdict;
    if (!has_pdf_head(bytes)) {
        report.add("ISO 32000-1 7.5.2", "not a PDF");
        verdict.violations = report.take();
        return verdict;
    }
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.setAttemptRecovery(false);
        const std::string copy(bytes);
        if (has_large_tables(bytes)) throw std::length_error("a table of objects is too large");
        file.processMemoryFile("file", copy.data(), copy.size());
        if (has_large_streams(file)) throw std::length_error("a stream is too large");
        const Purpose purpose = purpose_of(file);
        const bool modern = purpose == Purpose::modern;
        const std::string packet = stream_text(file.getRoot().getKey("/Metadata"));
        const Claims claims = claims_of(packet);
        verdict.claims = words_of(claims);
        report.use(Clauses(claims, modern));
        check_bytes(bytes, purpose, report);
        check_keywords(file, bytes, report);
        check_objects(file, purpose, report);
        check_document(file, purpose, report);
        check_navigation(file, report);
        check_metadata(file, purpose, report);
        if (purpose == Purpose::printing) check_print(file, report);
        if (modern)
            check_modern_claims(claims, packet, check_modern_document(file, report), report);
        const StructureFacts facts = modern ? check_modern_structure(file, report)
                                     : purpose == Purpose::reading ? check_structure(file, report)
                                                                   : StructureFacts{};
        check_pages(file, purpose, facts, report);
        for (const auto& warning : file.getWarnings())
            report.add("ISO 32000-1 7", std::string("damaged: ") + warning.what());
    } catch (const std::exception& error) {
        report.add("ISO 32000-1 7", std::string("can't be read: ") + error.what());
    }
    verdict.violations = report.take();
    return verdict;
}

std::vector<Violation> verify(std::string_view file) { return verify_claims(file).violations; }

}  // namespace triptych::verify
