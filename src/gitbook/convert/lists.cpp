#include "gitbook/convert/lists.hpp"

#include <charconv>

#include "base/text.hpp"
#include "gitbook/convert/text.hpp"

namespace triptych::gitbook {
namespace {

template <typename Number>
std::optional<Number> number_in(const Node& node, std::string_view attribute) {
    Number number = 0;
    const std::string_view written = text::trim(node.get(attribute));
    const auto read = std::from_chars(written.data(), written.data() + written.size(), number);
    return read.ec == std::errc{} && read.ptr == written.data() + written.size()
               ? std::optional(number)
               : std::nullopt;
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
    list.start = number_in<std::uint32_t>(node, "start").value_or(1);
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
