#include "pdf/images/vector_form.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <map>
#include <set>

#include "base/text.hpp"

namespace triptych::pdf {

namespace {

using Entry = CairoFile::Entry;
using object::Dictionary;
using object::Ref;

bool is_allowed(const CairoFile::Object& object) {
    for (const Entry& entry : object.entries) {
        Lexer lexer(entry.value);
        for (auto token = lexer.next(); !token.empty(); token = lexer.next())
            if (token == "/Font" || token == "/DeviceCMYK") return false;
        if (entry.key == "Filter" && entry.value != "/FlateDecode" && entry.value != "/DCTDecode")
            return false;
    }
    return true;
}

/// Entries but for those that are given anew, and `Interpolate` (ISO 19005-2 §6.2.8).
std::vector<Entry> kept(std::vector<Entry> entries) {
    std::erase_if(entries, [](const Entry& entry) {
        return entry.key == "Length" || entry.key == "Interpolate";
    });
    return entries;
}

/// Width and height of a box that begins at the origin.
std::optional<std::array<double, 2>> size_of(std::string_view box) {
    std::array<double, 4> sides{};
    Lexer lexer(box);
    lexer.next();
    for (double& side : sides) {
        const std::string_view token = lexer.next();
        if (std::from_chars(token.data(), token.data() + token.size(), side).ec != std::errc())
            return std::nullopt;
    }
    if (sides[0] != 0 || sides[1] != 0 || sides[2] <= 0 || sides[3] <= 0) return std::nullopt;
    return std::array{sides[2], sides[3]};
}

std::optional<VectorForm::Part> form_of(const CairoFile& file, const CairoFile::Object& page) {
    const std::string_view box = page.value("MediaBox");
    const auto size = size_of(box);
    const auto content = file.object(referred(page.value("Contents")));
    if (!size || !content || !content->data || !is_allowed(*content)) return std::nullopt;
    VectorForm::Part form{0, kept(content->entries), std::string(*content->data)};
    const auto add = [&](std::string key, std::string_view value) {
        form.entries.push_back({std::move(key), std::string(value)});
    };
    add("Type", "/XObject");
    add("Subtype", "/Form");
    add("BBox", box);
    add("Matrix", fmt::format("[{:.10f} 0 0 {:.10f} 0 0]", 1 / (*size)[0], 1 / (*size)[1]));
    add("Resources", page.value("Resources"));
    if (!page.value("Group").empty()) add("Group", page.value("Group"));
    return form;
}

void collect_references(const std::vector<Entry>& entries, std::vector<std::uint32_t>& out) {
    for (const Entry& entry : entries)
        for (const std::uint32_t number : references(entry.value)) out.push_back(number);
}

/// Parts that are dictionaries of resources.
std::set<std::uint32_t> resources_of(const VectorForm& form) {
    std::set<std::uint32_t> out;
    for (const VectorForm::Part& part : form.parts)
        for (const Entry& entry : part.entries)
            if (entry.key == "Resources") out.insert(referred(entry.value));
    return out;
}

/// A value with RGB called by its profile: in resources, for what the content says of it; in place
/// of its name elsewhere.
std::string with_profile(const Entry& entry, std::string value, Ref rgb) {
    const std::string space = "[/ICCBased " + object::reference(rgb) + "]";
    value = text::replace_all(std::move(value), "/DeviceRGB", space);
    if (entry.key == "Resources" && value.starts_with("<<"))
        value.insert(2, "/ColorSpace<</DefaultRGB" + space + ">>");
    return value;
}

}  // namespace

std::optional<VectorForm> vector_form(std::string_view pdf) {
    const CairoFile file(pdf);
    const auto page = file.page();
    if (!page || !is_allowed(*page) || page->value("Resources").empty()) return std::nullopt;
    auto form = form_of(file, *page);
    if (!form) return std::nullopt;
    VectorForm out;
    std::vector<std::uint32_t> open;
    std::set<std::uint32_t> seen;
    collect_references(form->entries, open);
    out.parts.push_back(std::move(*form));
    while (!open.empty()) {
        const std::uint32_t number = open.back();
        open.pop_back();
        if (!seen.insert(number).second) continue;
        auto object = file.object(number);
        if (!object || !is_allowed(*object)) return std::nullopt;
        VectorForm::Part part{number, kept(std::move(object->entries)), {}};
        if (object->data) part.data = std::string(*object->data);
        collect_references(part.entries, open);
        out.parts.push_back(std::move(part));
    }
    return out;
}

Ref write_form(object::Document& document, VectorForm form, std::optional<Ref> rgb) {
    std::map<std::uint32_t, Ref> refs;
    for (const VectorForm::Part& part : form.parts) refs[part.number] = document.reserve();
    const auto new_number = [&](std::uint32_t number) {
        return object::reference(refs.at(number));
    };
    const std::set<std::uint32_t> resources = resources_of(form);
    for (VectorForm::Part& part : form.parts) {
        Dictionary entries;
        for (const Entry& entry : part.entries) {
            std::string value = with_references(entry.value, new_number);
            entries.raw(entry.key, rgb ? with_profile(entry, std::move(value), *rgb) : value);
        }
        if (rgb && part.number != 0 && resources.count(part.number) != 0)
            entries.raw("ColorSpace", "<</DefaultRGB[/ICCBased " + object::reference(*rgb) + "]>>");
        if (part.data)
            document.set(refs.at(part.number), object::Stream{std::move(*part.data), entries});
        else
            document.set(refs.at(part.number), entries);
    }
    return refs.at(0);
}

}  // namespace triptych::pdf
