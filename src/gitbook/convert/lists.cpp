#include "gitbook/convert/lists.hpp"

#include <charconv>

#include "base/text.hpp"
#include "gitbook/convert/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::uint32_t most_number = 1'000'000'000;

/// The number that a list starts with; what is none, or below 0, is reported.
std::uint32_t start_of(Converter& converter, const Node& list) {
    if (!list.has("start")) return 1;
    std::uint32_t number = 0;
    const std::string_view written = text::trim(list.get("start"));
    const char* end = written.data() + written.size();
    const auto read = std::from_chars(written.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number < most_number) return number;
    converter.diagnostics.report(
        Kind::invalid_value, list.opening,
        "a list can't start with '" + std::string(written) + "'; it starts with 1",
        "a list is numbered from 0 or above");
    return 1;
}

/// Reports what of a list's numbering no output shows: letters, numbers of single items, numbers
/// that count down.
void report_numbering(Converter& converter, const Node& list) {
    const std::string_view type = list.get("type");
    std::string lost;
    if (!type.empty() && type != "1") lost = "type=\"" + std::string(type) + "\"";
    if (list.has("reversed")) lost = "reversed";
    for (const Node& item : list.children)
        if (item.has("value")) lost = "value=\"" + std::string(item.get("value")) + "\"";
    if (lost.empty()) return;
    converter.diagnostics.report(Kind::unsupported_html, list.opening,
                                 "'" + lost + "' of a list is not shown; it is numbered 1, 2, 3",
                                 "write the numbers into the text where they matter");
}

doc::TaskState task_of(const Node& item) {
    const std::string_view task = item.get("data-task");
    return task == "done"   ? doc::TaskState::done
           : task == "open" ? doc::TaskState::open
                            : doc::TaskState::none;
}

bool is_blank(const Node& node) {
    return node.kind == Node::Kind::text && text::trim(node.text).empty();
}

}  // namespace

void convert_list(Converter& converter, const Node& node, Flow& out) {
    out.end_paragraph();
    add_anchor(node, out);
    doc::List list;
    list.ordered = node.name == "ol";
    list.tight = node.get("data-tight") != "false";
    if (list.ordered) {
        list.start = start_of(converter, node);
        report_numbering(converter, node);
    }
    for (const Node& child : node.children) {
        if (is_blank(child)) continue;
        const Nodes alone = child.is("li") ? Nodes{} : Nodes{child};
        doc::ListItem item{blocks_of(converter, child.is("li") ? child.children : alone),
                           task_of(child), child.span};
        // An empty item of Markdown is the author's; one of HTML is the editor's.
        if (!item.body.empty() || child.opening == child.span)
            list.items.push_back(std::move(item));
    }
    if (!list.items.empty()) out.add(std::move(list), node.span);
}

void convert_item(Converter& converter, const Node& node, Flow& out) {
    out.add(
        doc::List{
            false, true, 1, {{blocks_of(converter, node.children), task_of(node), node.span}}},
        node.span);
}

}  // namespace triptych::gitbook
