#include "gitbook/convert/lists.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "base/text.hpp"
#include "gitbook/convert/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::int32_t most_number = 1'000'000'000;

/// The number in an attribute; nothing where there is none, which is reported.
std::optional<std::int32_t> number_in(Converter& converter, const Node& node,
                                      std::string_view attribute) {
    if (!node.has(attribute)) return std::nullopt;
    std::int32_t number = 0;
    std::string_view written = text::trim(node.get(attribute));
    if (written.starts_with('+')) written.remove_prefix(1);
    const char* end = written.data() + written.size();
    const auto read = std::from_chars(written.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && std::abs(number) < most_number) return number;
    converter.diagnostics.report(Kind::invalid_value, node.place_of(attribute),
                                 say("'{}' is no number for '{}' of a list", written, attribute),
                                 say("write a whole number, such as 3"));
    return std::nullopt;
}

doc::Numbering numbering_of(Converter& converter, const Node& list) {
    const std::string_view type = text::trim(list.get("type"));
    if (type == "a") return doc::Numbering::lower_letters;
    if (type == "A") return doc::Numbering::upper_letters;
    if (type == "i") return doc::Numbering::lower_roman;
    if (type == "I") return doc::Numbering::upper_roman;
    if (!type.empty() && type != "1")
        converter.diagnostics.report(Kind::invalid_value, list.place_of("type"),
                                     say("a list of type '{}' is numbered 1, 2, 3", type),
                                     say("'type' is 1, a, A, i or I"));
    return doc::Numbering::decimal;
}

void read_numbering(Converter& converter, const Node& node, doc::List& list) {
    list.numbering = numbering_of(converter, node);
    list.reversed = node.has("reversed");
    // Without a number to begin with, a list that counts down ends with 1.
    const auto items = std::count_if(node.children.begin(), node.children.end(),
                                     [](const Node& child) { return child.is("li"); });
    list.start = number_in(converter, node, "start")
                     .value_or(list.reversed ? static_cast<std::int32_t>(items) : 1);
}

doc::TaskState task_of(const Node& item) {
    const std::string_view task = item.get("data-task");
    return task == "done"   ? doc::TaskState::done
           : task == "open" ? doc::TaskState::open
                            : doc::TaskState::none;
}

bool is_blank_node(const Node& node) {
    return node.kind == Node::Kind::text && text::trim(node.text).empty();
}

}  // namespace

void convert_list(Converter& converter, const Node& node, Flow& out) {
    out.end_paragraph();
    add_anchor(node, out);
    doc::List list;
    list.ordered = node.name == "ol";
    list.tight = node.get("data-tight") != "false";
    if (list.ordered) read_numbering(converter, node, list);
    for (const Node& child : node.children) {
        if (is_blank_node(child)) continue;
        doc::ListItem item{child.is("li") ? anchored_blocks_of(converter, child)
                                          : blocks_of(converter, Nodes{child}),
                           task_of(child), child.span,
                           list.ordered ? number_in(converter, child, "value") : std::nullopt};
        // An empty item of Markdown is the author's; one of HTML is the editor's.
        if (!item.body.empty() || child.opening == child.span)
            list.items.push_back(std::move(item));
    }
    if (!list.items.empty()) out.add(std::move(list), node.span);
}

void convert_item(Converter& converter, const Node& node, Flow& out) {
    out.add(
        doc::List{
            false, true, 1, {{anchored_blocks_of(converter, node), task_of(node), node.span}}},
        node.span);
}

}  // namespace triptych::gitbook
