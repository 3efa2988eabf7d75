#include "pdf/images/vector_form.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <map>
#include <set>

#include "base/text.hpp"
#include "pdf/object/inflate.hpp"

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

/// Whether a stream holds operators: the page, forms and patterns do.
bool is_content(const CairoFile::Object& object) {
    return object.value("Subtype") == "/Form" || object.value("PatternType") == "1";
}

/// Whether a content stream can be read and has no marked content of its own, as cairo makes around
/// links: a form is drawn within that of its page (ISO 14289-1 §7.1).
bool is_unmarked(const CairoFile::Object& object) {
    constexpr std::size_t most = std::size_t{256} << 20;
    const auto content = object.value("Filter").empty() ? std::optional(std::string(*object.data))
                                                        : object::inflated(*object.data, most);
    return content && content->find("BDC") == std::string::npos &&
           content->find("BMC") == std::string::npos;
}

std::optional<VectorForm::Part> form_of(const CairoFile& file, const CairoFile::Object& page) {
    const std::string_view box = page.value("MediaBox");
    const auto size = size_of(box);
    const auto content = file.object(referred(page.value("Contents")));
    if (!size || !content || !content->data || !is_allowed(*content)) return std::nullopt;
    if (!is_unmarked(*content)) return std::nullopt;
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

/// What the parts of a form are called in their new file, and the profile of its RGB colours.
struct NewNames {
    const std::map<std::uint32_t, Ref>& refs;
    std::optional<Ref> rgb;
};

/// A value of the old file for the new one: colours that were named say their profile.
std::string renamed(const std::string& value, const NewNames& names) {
    std::string out = with_references(
        value, [&](std::uint32_t number) { return object::reference(names.refs.at(number)); });
    if (!names.rgb) return out;
    const std::string space = "[ /ICCBased " + object::reference(*names.rgb) + " ]";
    return text::replace_all(std::move(out), "/DeviceRGB", space);
}

/// In resources: RGB colours that contents set are those of a profile.
void write_default_rgb(Dictionary& resources, Ref rgb) {
    resources.dictionary("ColorSpace").array("DefaultRGB").name("ICCBased").ref(rgb);
}

void write_entry(Dictionary& out, const Entry& entry, const NewNames& names) {
    const auto inner = entry.key == "Resources" ? dictionary_entries(entry.value) : std::nullopt;
    if (!names.rgb || !inner) {
        out.copied(entry.key, renamed(entry.value, names));
        return;
    }
    Dictionary resources = out.dictionary(entry.key);
    write_default_rgb(resources, *names.rgb);
    for (const Entry& resource : *inner)
        resources.copied(resource.key, renamed(resource.value, names));
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
        if (object->data && is_content(*object) && !is_unmarked(*object)) return std::nullopt;
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
    const NewNames names{refs, rgb};
    const std::set<std::uint32_t> resources = resources_of(form);
    for (VectorForm::Part& part : form.parts) {
        Dictionary entries;
        for (const Entry& entry : part.entries) write_entry(entries, entry, names);
        if (rgb && part.number != 0 && resources.count(part.number) != 0)
            write_default_rgb(entries, *rgb);
        if (part.data)
            document.set(refs.at(part.number),
                         object::Stream{std::move(*part.data), std::move(entries)});
        else
            document.set(refs.at(part.number), entries);
    }
    return refs.at(0);
}

}  // namespace triptych::pdf
