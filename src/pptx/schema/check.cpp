#include "pptx/schema/check.hpp"

#include "base/schema_check.hpp"
#include "pptx/schema/names.hpp"
#include "pptx/schema/schema.hpp"

namespace triptych::pptx::schema {

void check(pugi::xml_document& part, const std::function<void(const std::string&)>& say) {
    if (!settle_names(part))
        return say("a prefix is not declared, or elements are nested too deep");
    const auto root = part.document_element();
    if (const auto* type = type_of_root(root.name())) triptych::schema::check(root, *type, say);
}

}  // namespace triptych::pptx::schema
