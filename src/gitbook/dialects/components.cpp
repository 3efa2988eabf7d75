#include "gitbook/dialects/components.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "gitbook/dialects/component_kinds.hpp"
#include "gitbook/dialects/neighbour_blocks.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t deepest_component = 50;

struct OpenComponent {
    Component component;
    std::string indent;         ///< before its tags in GitBook's marks
    std::size_t shift = 0;      ///< columns by which its content moves to the left
    std::size_t tabs = 0;       ///< in it so far
    std::string_view end = {};  ///< GitBook's tag that ends it
};

class ComponentPass {
public:
    ComponentPass(const MappedText& source, bool takes_tabs)
        : source_(source), text_(source.text()), out_(source.file()), takes_tabs_(takes_tabs) {}

    MappedText run() {
        for (std::size_t begin = 0; begin < text_.size();) begin = read_line(begin);
        while (!open_.empty()) close(text_.size());
        return std::move(out_);
    }

private:
    void put(const std::string& bytes, std::size_t at) { out_.insert(bytes, source_.origin(at)); }
    void put_line(const std::string& line, std::size_t at) { put(line + '\n', at); }

    std::size_t read_line(std::size_t begin);
    bool read_fence(std::string_view line, std::size_t at);
    std::size_t take_opening(std::size_t begin, std::size_t at);
    void put_opening(OpenComponent& opened, std::size_t at);
    bool take_end(std::size_t at, std::string_view name);
    void put_rest(std::size_t at, std::size_t end);
    void close(std::size_t at);
    std::size_t shift_behind(std::size_t begin, std::size_t at, std::size_t behind) const;
    bool is_taken(const Component& component) const {
        const bool of_tabs =
            component.role == ComponentRole::tabs || component.role == ComponentRole::tab;
        return takes_tabs_ || !of_tabs;
    }
    bool has_end(const std::string& name, std::size_t from);

    const MappedText& source_;
    std::string_view text_;
    MappedText out_;
    bool takes_tabs_;
    std::vector<OpenComponent> open_;
    std::optional<Fence> fence_;
    bool tab_of_listing_ = false;
    bool in_list_ = false;
    std::map<std::string, std::size_t> ends_;  ///< where the next end tag of a name is
};

/// Whether the component of that name ends behind `from`; each end tag is sought once.
bool ComponentPass::has_end(const std::string& name, std::size_t from) {
    const auto [known, is_new] = ends_.try_emplace(name, 0);
    if (is_new || (known->second != text_.npos && known->second < from))
        known->second = text_.find("</" + name + '>', from);
    return known->second != text_.npos;
}

std::size_t ComponentPass::read_line(std::size_t begin) {
    const std::size_t end = end_of_line(text_, begin), next = std::min(end + 1, text_.size());
    const std::size_t shift = open_.empty() ? 0 : open_.back().shift;
    const std::size_t at = begin + bytes_of(text_.substr(begin, end - begin), shift);
    const std::string_view line = text_.substr(at, end - at);
    if (read_fence(line, at)) {
        out_.append(source_, at, next);
        if (!fence_ && tab_of_listing_) {
            put_line(open_.back().indent + "{% endtab %}", at);
            tab_of_listing_ = false;
        }
        return next;
    }
    const std::size_t front = at + skip_spaces(line, 0);
    const bool code = open_.empty() && !in_list_ && columns_of(line) >= block_indentation;
    if (front < end && !code && text_[front] == '<') {
        if (const std::size_t behind = take_opening(begin, front); behind != 0) return behind;
        const std::string_view name = ended_component(text_.substr(front, end - front));
        const std::size_t length = name.size() + 3;
        if (!name.empty() && text::trim(text_.substr(front + length, end - front - length)).empty())
            if (take_end(front, name)) return next;
    }
    const bool item = marker_length(line, front - at) != 0;
    if (front < end) in_list_ = item || (in_list_ && front > at);
    put_rest(at, end);
    return next;
}

/// Whether the line is one of a listing, or a mark of it.
bool ComponentPass::read_fence(std::string_view line, std::size_t at) {
    if (fence_) {
        if (closes(line, *fence_)) fence_.reset();
        return true;
    }
    fence_ = opened_fence(line);
    if (!fence_) return false;
    if (!open_.empty() && open_.back().component.role == ComponentRole::listings) {
        const std::string label =
            listing_label(line.substr(std::min(line.size(), fence_->indent + fence_->length)));
        put_line(open_.back().indent + "{% tab title=\"" + as_value(label) + "\" %}", at);
        tab_of_listing_ = true;
    }
    return true;
}

/// Columns by which what the component holds, from `behind` on, moves to where its tag at `at`
/// stands.
std::size_t ComponentPass::shift_behind(std::size_t begin, std::size_t at,
                                        std::size_t behind) const {
    const std::size_t around = open_.empty() ? 0 : open_.back().shift;
    const std::size_t written = columns_of(text_.substr(begin, at - begin));
    const std::size_t column = written - std::min(written, around);
    for (std::size_t line = behind; line < text_.size();) {
        const std::size_t end = end_of_line(text_, line);
        const std::string_view below = text_.substr(line, end - line);
        if (!text::trim(below).empty()) {
            const std::size_t there = columns_of(below);
            return there > column ? std::max(there - column, around) : around;
        }
        line = end + 1;
    }
    return around;
}

/// Opens the component whose tag stands at `at` in the line from `begin`, and ends it where its end
/// stands in the same line. Returns where to go on, or 0.
std::size_t ComponentPass::take_opening(std::size_t begin, std::size_t at) {
    auto component = component_at(text_.substr(at));
    if (!component || !is_taken(*component) || open_.size() >= deepest_component) return 0;
    // A page may import a file of that name.
    const bool titled = component->role == ComponentRole::titled && !component->title.empty();
    if (component->ends_itself && !titled) return 0;
    const std::size_t behind = at + component->length, end = end_of_line(text_, behind);
    if (!component->ends_itself && !has_end(component->name, behind)) return 0;
    const std::string ending = "</" + component->name + '>';
    const std::string_view rest = text::trim(text_.substr(behind, end - behind));
    if (component->ends_itself && !rest.empty()) return 0;
    const bool in_line = !component->ends_itself && rest.ends_with(ending);
    OpenComponent opened;
    opened.shift = shift_behind(begin, at, std::min(end + 1, text_.size()));
    const std::size_t around = open_.empty() ? 0 : open_.back().shift;
    const std::size_t written = columns_of(text_.substr(begin, at - begin));
    opened.indent = std::string(written - std::min(written, around), ' ');
    opened.component = std::move(*component);
    const bool ends_itself = opened.component.ends_itself;
    put_opening(opened, at);
    open_.push_back(std::move(opened));
    if (in_line) {
        const std::size_t last = text_.rfind(ending, end - 1);
        put(open_.back().indent, behind);
        out_.append(source_, behind, last);
        put("\n", last);
    } else if (!rest.empty()) {
        put(open_.back().indent, behind);
        put_rest(behind + skip_spaces(text_.substr(behind, end - behind), 0), end);
    }
    if (in_line || ends_itself) close(behind);
    return std::min(end + 1, text_.size());
}

void ComponentPass::put_opening(OpenComponent& opened, std::size_t at) {
    const Component& component = opened.component;
    const std::string& indent = opened.indent;
    const std::string quoted = '"' + as_value(component.title) + '"';
    const auto title = [&] {
        if (!component.title.empty()) put(indent + "**" + component.title + "**\n\n", at);
    };
    switch (component.role) {
        case ComponentRole::hint:
            put_line(indent + "{% hint style=\"" + std::string(component.style) + "\" %}", at);
            opened.end = "{% endhint %}";
            title();
            break;
        case ComponentRole::collapse:
            put_line(indent + "{% collapse title=" + quoted + " %}", at);
            opened.end = "{% endcollapse %}";
            break;
        case ComponentRole::tabs:
        case ComponentRole::listings:
            put_line(indent + "{% tabs %}", at);
            opened.end = "{% endtabs %}";
            break;
        case ComponentRole::tab: {
            std::string label = quoted;
            if (!open_.empty() && open_.back().component.role == ComponentRole::tabs) {
                OpenComponent& group = open_.back();
                const std::size_t number = group.tabs++;
                if (component.title.empty() && number < group.component.labels.size())
                    label = '"' + as_value(group.component.labels[number]) + '"';
            }
            put_line(indent + "{% tab title=" + label + " %}", at);
            opened.end = "{% endtab %}";
            break;
        }
        case ComponentRole::steps: {
            const std::size_t first = skip_white_space(text_, at + component.length);
            // Other programs write steps as an ordered list.
            if (!text_.substr(first).starts_with("<Step")) break;
            put_line(indent + "{% stepper %}", at);
            opened.end = "{% endstepper %}";
            break;
        }
        case ComponentRole::step:
            if (!open_.empty() && open_.back().end == "{% endstepper %}") {
                put_line(indent + "{% step %}", at);
                opened.end = "{% endstep %}";
            }
            title();
            break;
        case ComponentRole::titled:
            put("\n", at);
            title();
            if (!component.words.empty()) put(indent + component.words + "\n\n", at);
            break;
        case ComponentRole::group:
            put("\n", at);
            break;
    }
}

/// Ends the component of that name, and those in it, before the byte at `at`; false when none is
/// open.
bool ComponentPass::take_end(std::size_t at, std::string_view name) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const OpenComponent& opened) {
        return opened.component.name == name;
    });
    if (found == open_.rend()) return false;
    const auto kept = static_cast<std::size_t>(open_.rend() - found - 1);
    while (open_.size() > kept) close(at);
    return true;
}

/// The rest of a line of text; the end tag of the innermost component may stand behind it.
void ComponentPass::put_rest(std::size_t at, std::size_t end) {
    const std::size_t next = std::min(end + 1, text_.size());
    if (!open_.empty()) {
        const std::string ending = "</" + open_.back().component.name + '>';
        const std::string_view line = text::trim(text_.substr(at, end - at));
        if (line.size() > ending.size() && line.ends_with(ending)) {
            const std::size_t last = text_.rfind(ending, end - 1);
            out_.append(source_, at, last);
            put("\n", last);
            return close(last);
        }
    }
    out_.append(source_, at, next);
}

void ComponentPass::close(std::size_t at) {
    const OpenComponent& opened = open_.back();
    if (!out_.text().empty() && !out_.text().ends_with('\n')) put("\n", at);
    put_line(opened.end.empty() ? std::string() : opened.indent + std::string(opened.end), at);
    open_.pop_back();
}

}  // namespace

std::optional<MappedText> components_as_tags(const MappedText& source, Dialect dialect) {
    const std::string_view text = source.text();
    bool any = false;
    for (std::size_t at = text.find('<'); at != text.npos && !any; at = text.find('<', at + 1))
        any = at + 1 < text.size() && text[at + 1] >= 'A' && text[at + 1] <= 'Z' &&
              component_at(text.substr(at));
    if (!any) return std::nullopt;
    // Tabs of Docusaurus have items, which are read with all else that it writes.
    const bool takes_tabs =
        dialect != Dialect::docusaurus && text.find("<TabItem") == std::string_view::npos;
    return ComponentPass(source, takes_tabs).run();
}

}  // namespace triptych::gitbook
