#include <triptych/verify.hpp>

#include "base/zip.hpp"
#include "epub/verify/rules.hpp"

namespace triptych {
namespace {

/// No e-book of ours comes near it.
constexpr std::size_t most_unpacked = 2'000'000'000;

}  // namespace

std::vector<Violation> verify_epub(std::string_view file) {
    Report report;
    auto entries = unzip(file, most_unpacked);
    report.expect(entries.has_value(), "OCF 3.3 4.3",
                  say("the file is no ZIP archive, or damaged"));
    if (!entries) return report.take();
    const bool marked = !entries->empty() && entries->front().name == "mimetype" &&
                        entries->front().bytes == "application/epub+zip";
    report.expect(marked, "OCF 3.3 4.3",
                  say("the first file is not 'mimetype' with the type of EPUB"));
    epub::verify::Archive archive;
    for (auto& entry : *entries) {
        const bool is_new = archive.try_emplace(entry.name, std::move(entry.bytes)).second;
        report.expect(is_new, "OCF 3.3 4.2.2", say("the archive has two files '{}'", entry.name));
    }
    epub::verify::check_well_formed(archive, report);
    const auto package = epub::verify::check_package(archive, report);
    const auto documents = epub::verify::check_documents(archive, package, report);
    epub::verify::check_drawings(archive, package, report);
    epub::verify::check_style_sheets(archive, package, report);
    epub::verify::check_links(archive, package, documents, report);
    return report.take();
}

}  // namespace triptych
