#include "pptx/schema/check.hpp"

#include "base/schema_check.hpp"
#include "pptx/schema/names.hpp"
#include "pptx/schema/schema.hpp"

namespace triptych::pptx::schema {

void check(pugi::xml_document& part, const std::function<void(const Message&)>& tell) {
    pugi::xml_document choices;
    auto chosen = choices.append_child("choices");
    if (const auto flaw = settle_names(part, chosen)) return tell(say_known(*flaw));
    const auto check_one = [&](const pugi::xml_node& element) {
        if (const auto* type = type_of_root(element.name()))
            triptych::schema::check(element, *type, tell);
    };
    check_one(part.document_element());
    for (const auto element : chosen.children()) check_one(element);
}

}  // namespace triptych::pptx::schema
