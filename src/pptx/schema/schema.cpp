#include "pptx/schema/schema.hpp"

namespace triptych::pptx::schema {
namespace {

Tables tables() {
    Tables made;
#define ROOT(name, type) made.roots.emplace_back(name, type);
#define OPEN(name) made.open.emplace_back(name);
#define TYPE(name, attributes, content) made.types.push_back({name, attributes, content});
#define GROUP(name, content) made.groups.emplace_back(name, content);
#define VALUE(name, kinds) made.values.emplace_back(name, kinds);
#include "pptx/schema/drawing.def"
#include "pptx/schema/math.def"
#include "pptx/schema/package.def"
#include "pptx/schema/presentation.def"
#include "pptx/schema/text.def"
#include "pptx/schema/values.def"
#undef ROOT
#undef OPEN
#undef TYPE
#undef GROUP
#undef VALUE
    return made;
}

}  // namespace

const Type* type_of_root(std::string_view name) {
    static const Schema schema(tables());
    return schema.type_of_root(name);
}

}  // namespace triptych::pptx::schema
