#include <triptych/verify.hpp>

#include "pptx/opc/archive.hpp"
#include "pptx/verify/rules.hpp"

namespace triptych {
namespace {

/// No presentation of ours comes near it.
constexpr std::size_t most_unpacked = 2'000'000'000;

}  // namespace

std::vector<Violation> verify_pptx(std::string_view file) {
    Report report;
    const auto archive = pptx::opc::read_archive(file, most_unpacked);
    report.expect(archive.has_value(), "ISO 29500-2 7.3",
                  say("the file is no ZIP archive, or damaged"));
    if (!archive) return report.take();
    pptx::verify::check_package(*archive, report);
    const auto slides = pptx::verify::check_presentation(*archive, report);
    pptx::verify::check_elements(*archive, report);
    pptx::verify::check_slides(*archive, slides, report);
    return report.take();
}

}  // namespace triptych
