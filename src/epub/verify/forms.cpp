#include "base/schema_check.hpp"

#include <fmt/format.h>

#include "epub/verify/rules.hpp"

namespace triptych::epub::verify {
namespace {

schema::Tables tables() {
    schema::Tables made;
#define ROOT(name, type) made.roots.emplace_back(name, type);
#define OPEN(name) made.open.emplace_back(name);
#define TYPE(name, attributes, content) made.types.push_back({name, attributes, content});
#define GROUP(name, content) made.groups.emplace_back(name, content);
#define VALUE(name, kinds) made.values.emplace_back(name, kinds);
#include "epub/verify/forms.def"
#undef ROOT
#undef OPEN
#undef TYPE
#undef GROUP
#undef VALUE
    return made;
}

}  // namespace

void check_form(const pugi::xml_node& element, std::string_view form, const std::string& path,
                const char* clause, Report& report) {
    static const schema::Schema schema(tables());
    report.expect(element.name() == form, clause,
                  say("'{}' is <{}> instead of <{}>", path, element.name(), form));
    if (element.name() != form) return;
    schema::check(element, *schema.type_of_root(form), [&](const Message& what) {
        report.expect(false, clause, say("'{}': {}", path, what));
    });
}

}  // namespace triptych::epub::verify
