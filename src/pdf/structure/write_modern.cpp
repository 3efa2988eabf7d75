#include <algorithm>
#include <string_view>

#include "pdf/structure/tree.hpp"

/// What only trees of PDF 2.0 have.
namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Document;
using object::Ref;
using pages::Tag;

/// Attributes of MathML keep their names, in its namespace (ISO 32000-2 §14.7.6.2).
void write_math_attributes(Dictionary&& out, const MathElement& math, Ref space) {
    out.name("O", "NSO").ref("NS", space);
    for (const auto& [name, value] : math.attributes) out.text(name, value);
}

}  // namespace

void Structure::write_type(Dictionary& out, const Type& type, const Refs& refs) const {
    out.name("S", type.name);
    if (type.space != Namespace::none) out.ref("NS", refs.spaces.at(type.space));
}

void Structure::write_modern(Dictionary& out, std::uint32_t element, const Refs& refs) const {
    if (const auto named = relations_.refs.find(element); named != relations_.refs.end()) {
        std::vector<Ref> all;
        for (const std::uint32_t other : named->second)
            if (has_element(other)) all.push_back(refs.elements[other]);
        out.refs("Ref", all);
    }
    if (types_[element].name == "FENote")
        out.dictionary("A").name("O", "FENote").name("NoteType", "Footnote");
    if (const MathElement* math = formulas_.find(element); math && !math->attributes.empty())
        write_math_attributes(out.dictionary("A"), *math, refs.spaces.at(Namespace::mathml));
    if (const auto file = refs.files.find(element); file != refs.files.end())
        out.refs("AF", {file->second});
}

void Structure::write_parts(Document& document, const Refs& refs) const {
    const auto write = [&](std::string_view type, Ref part, std::uint32_t table,
                           const std::set<std::uint32_t>& rows) {
        Dictionary out;
        write_type(out, modern_type(type), refs);
        std::vector<Ref> kids;
        kids.reserve(rows.size());
        for (const std::uint32_t row : rows) kids.push_back(refs.elements[row]);
        out.refs("K", kids).ref("P", refs.elements[table]);
        document.set(part, out);
    };
    for (const auto& [table, parts] : refs.parts) {
        write("THead", parts.head, table, parts.head_rows);
        write("TBody", parts.body, table, parts.body_rows);
    }
}

/// The namespaces, and for readers that know none what to take their types for: they would leave
/// out what stands in a type that they don't know.
void Structure::write_spaces(Document& document, Dictionary& root, const Refs& refs) const {
    std::vector<Ref> all;
    for (const auto& [space, ref] : refs.spaces) {
        document.set(ref, Dictionary().name("Type", "Namespace").text("NS", address_of(space)));
        all.push_back(ref);
    }
    root.refs("Namespaces", all);
    std::map<std::string_view, std::string_view> roles;
    for (std::uint32_t i = 0; i < types_.size(); ++i)
        if (has_element(i))
            if (const auto role = compatible_type(types_[i]); !role.empty())
                roles.emplace(types_[i].name, role);
    if (roles.empty()) return;
    Dictionary map = root.dictionary("RoleMap");
    for (const auto& [type, role] : roles) map.name(type, role);
}

}  // namespace triptych::pdf
