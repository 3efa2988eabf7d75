#include "pipeline/tagging.hpp"

#include "base/is_one_of.hpp"
#include "markup/mathml.hpp"

namespace triptych::pipeline {

bool attaches(const Request& request, Attachment attachment) {
    return request.standard == PdfStandard::ua2 && is_one_of(attachment, request.attach);
}

typeset::Tagging tagging_of(const Request& request) {
    typeset::Tagging tagging;
    if (request.standard == PdfStandard::ua1) return tagging;
    tagging.emphasis = true;
    tagging.tables = attaches(request, Attachment::tables);
    tagging.mathml = [](std::string_view tex, bool on_own_line, const std::string& language) {
        using doc::tex::Place;
        return markup::mathml_of(tex, on_own_line ? Place::own_line : Place::in_line, language);
    };
    return tagging;
}

}  // namespace triptych::pipeline
