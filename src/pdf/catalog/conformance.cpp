#include "pdf/catalog/conformance.hpp"

#include "pdf/catalog/icc.hpp"

namespace triptych::pdf {

Conformance conformance_of(const pages::Pages& pages, const Aims& aims) {
    const auto& press = aims.press;
    if (!pages.for_paper && aims.standard == PdfStandard::ua2)
        return aims.has_files ? Conformance::modern_with_files : Conformance::modern;
    if (!pages.for_paper) return Conformance::accessible;
    if (!press) return Conformance::archive;
    const bool complete = is_printer_profile(press->profile) && pages.information.date;
    return complete ? Conformance::print : Conformance::none;
}

}  // namespace triptych::pdf
