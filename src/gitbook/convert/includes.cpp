#include "gitbook/convert/includes.hpp"

#include <algorithm>
#include <utility>

#include "gitbook/dialects/neighbours.hpp"
#include "gitbook/syntax/markdown_nodes.hpp"
#include "gitbook/syntax/scan_tags.hpp"

namespace triptych::gitbook {
namespace {

/// The parser counts bytes in 32 bits and makes of them more than it was given.
constexpr std::size_t longest_text = std::size_t{1} << 30U;

bool is_refused(Converter& converter, const std::string& path, const Inclusion& found, Span span) {
    const auto& files = converter.files;
    const bool circle = std::any_of(files.begin(), files.end(),
                                    [&](const auto& file) { return file.first == found.file; });
    const bool refused = circle || files.size() > deepest_inclusion;
    const std::size_t size = refused ? 0 : found.text.size();
    if (!may_include(converter.included, size, span, converter.diagnostics)) return true;
    if (refused)
        converter.diagnostics.report(
            Kind::include_cycle, span,
            circle ? say("'{}' includes itself and is left out here", path)
                   : say("'{}' is left out here: the files included nest deeper than 20", path));
    return refused;
}

void add_notes(Converter& converter, const std::vector<Node>& notes) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const std::uint32_t number = converter.first_note + static_cast<std::uint32_t>(i);
        doc::Blocks body = blocks_of(converter, notes[i].children);
        converter.body.notes[number] = {std::to_string(number + 1), std::move(body), notes[i].span};
    }
}

}  // namespace

doc::Blocks blocks_of_file(Converter& converter, const Inclusion& file) {
    if (file.text.size() > longest_text) {
        converter.diagnostics.report(Kind::unreadable_source, {file.file, 0, 0},
                                     say("file of more than 1 GB is left out"));
        return {};
    }
    MappedText source(file.file);
    source.copy(file.text.substr(file.begin), file.begin);
    const ScanOptions options{converter.options.variables,
                              converter.expanded,
                              converter.options.dollar_formulas,
                              converter.options.names_are_variables,
                              converter.options.dialect == Dialect::gitbook,
                              converter.options.conditions == Conditions::show_all};
    const NeighbourOptions neighbours{converter.options.dialect,   converter.options.load,
                                      converter.options.find_page, converter.included,
                                      converter.options.is_wiki,   converter.options.obstacle};
    const ScannedText scanned =
        scan_tags(in_gitbook_marks(source, neighbours, converter.diagnostics), options,
                  converter.diagnostics);
    const NodeTree tree = read_nodes(scanned, file.text, converter.diagnostics);

    const std::uint32_t outer = std::exchange(
        converter.first_note, static_cast<std::uint32_t>(converter.body.notes.size()));
    converter.files.emplace_back(file.file, file.text);
    converter.body.notes.resize(converter.body.notes.size() + tree.notes.size());
    doc::Blocks blocks = blocks_of(converter, tree.blocks);
    add_notes(converter, tree.notes);
    converter.files.pop_back();
    converter.first_note = outer;
    return blocks;
}

void convert_include(Converter& converter, const Node& include, Flow& out) {
    const std::string path(include.get(""));
    const auto found =
        converter.options.load ? converter.options.load(path, converter.file()) : std::nullopt;
    if (!found) {
        if (!report_unreadable_include(converter.options.obstacle, path, converter.file(),
                                       include.span, converter.diagnostics))
            converter.diagnostics.report(Kind::missing_include, include.span,
                                         say("included file '{}' does not exist", path),
                                         say("correct the path, or add the file"));
        return out.add(unsupported("include", path, include.span));
    }
    if (is_refused(converter, path, *found, include.span)) return;
    out.add_all(blocks_of_file(converter, *found));
}

}  // namespace triptych::gitbook
