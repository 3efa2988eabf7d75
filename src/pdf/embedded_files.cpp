#include "pdf/embedded_files.hpp"

#include <utility>

#include <fmt/format.h>

#include "pdf/catalog/metadata.hpp"
#include "pdf/name_tree.hpp"
#include "pdf/text/private_use.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Document;
using object::Ref;
using pages::Element;

Ref write_bytes(Document& document, const AttachedFile& file, std::optional<std::int64_t> date) {
    const auto size = static_cast<std::int64_t>(file.bytes.size());
    object::Stream stream = object::make_stream(document.packing(), file.bytes);
    stream.entries.name("Type", "EmbeddedFile").name("Subtype", file.media_type);
    {
        Dictionary facts = stream.entries.dictionary("Params");
        facts.integer("Size", size);
        if (date) facts.text("ModDate", pdf_date(*date));
    }
    return document.add(std::move(stream));
}

/// A file specification (ISO 32000-2 §7.11.3).
Ref write_file(Document& document, const AttachedFile& file, std::optional<std::int64_t> date) {
    const Ref bytes = write_bytes(document, file, date);
    Dictionary out;
    out.name("Type", "Filespec").text("F", file.name).text("UF", file.name);
    out.text("Desc", without_private_use(file.description))
        .name("AFRelationship", file.relationship);
    out.dictionary("EF").ref("F", bytes).ref("UF", bytes);
    return document.add(out);
}

/// What an element has: formulas their MathML, tables their cells.
AttachedFile file_of(const Element& element, std::size_t number) {
    const bool formula = element.tag == pages::Tag::formula;
    AttachedFile file;
    file.name = fmt::format("{}-{}", formula ? "formula" : "table", number);
    file.name += formula ? ".mml" : ".csv";
    file.media_type = formula ? "application/mathml+xml" : "text/csv";
    file.relationship = formula ? "Supplement" : "Data";
    file.description = element.alternative.empty() ? file.name : element.alternative.view();
    file.bytes = element.source.view();
    return file;
}

AttachedFile file_of_lexicon(const std::string& lexicon, const EmbeddedFiles& others) {
    std::string name = "lexicon.pls";
    while (others.by_name.count(name) != 0) name.insert(0, "pronunciation-");
    return {name, "application/pls+xml", "Supplement", name, lexicon};
}

}  // namespace

EmbeddedFiles embed_files(Document& document, const pages::Pages& pages, const Structure& structure,
                          const std::vector<AttachedFile>& files, const std::string& lexicon) {
    EmbeddedFiles out;
    const auto date = pages.information.date;
    for (const AttachedFile& file : files) {
        const Ref ref = write_file(document, file, date);
        if (out.by_name.emplace(file.name, ref).second) out.of_document.push_back(ref);
    }
    if (!lexicon.empty()) {
        const AttachedFile file = file_of_lexicon(lexicon, out);
        out.of_tree.lexicon = write_file(document, file, date);
        out.by_name.emplace(file.name, *out.of_tree.lexicon);
    }
    std::size_t formulas = 0, tables = 0;
    for (std::uint32_t i = 0; i < pages.elements.size(); ++i) {
        const Element& element = pages.elements[i];
        if (element.source.empty() || !structure.has_element(i)) continue;
        AttachedFile file =
            file_of(element, element.tag == pages::Tag::formula ? ++formulas : ++tables);
        if (out.by_name.count(file.name) != 0) file.name.insert(0, "element-");
        const Ref ref = write_file(document, file, date);
        out.by_name.emplace(file.name, ref);
        out.of_tree.elements.emplace(i, ref);
    }
    return out;
}

std::optional<Ref> EmbeddedFiles::write_names(Document& document) const {
    if (by_name.empty()) return std::nullopt;
    NameTree tree(document);
    for (const auto& [name, ref] : by_name) tree.entry(name).ref(ref);
    return tree.finish();
}

}  // namespace triptych::pdf
