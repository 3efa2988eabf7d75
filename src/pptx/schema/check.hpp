#pragma once

#include <functional>
#include <pugixml.hpp>
#include <triptych/message.hpp>

namespace triptych::pptx::schema {

/// Says of a part, as it was read, what the schema does not allow; the part may be changed by it.
/// Nothing of parts that the schema does not describe.
void check(pugi::xml_document& part, const std::function<void(const Message&)>& tell);

}  // namespace triptych::pptx::schema
