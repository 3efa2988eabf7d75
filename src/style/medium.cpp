#include "style/medium.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/length.hpp"

namespace triptych::style {
namespace {

using namespace triptych::literals;

constexpr auto role_count = static_cast<std::size_t>(Role::count_);

/// Where no layout says anything.
BlockStyle plain_body() {
    BlockStyle style;
    style.text.size = 10_pt;
    style.text.leading = 14_pt;
    return style;
}

std::optional<Role> role_named(std::string_view wanted) {
    for (std::size_t i = 0; i < role_count; ++i)
        if (name(static_cast<Role>(i)) == wanted) return static_cast<Role>(i);
    return std::nullopt;
}

Names role_names() {
    Names names;
    for (std::size_t i = 0; i < role_count; ++i) names.emplace_back(name(static_cast<Role>(i)));
    return names;
}

/// Reads each style after the one it is like, once.
class StyleReader {
public:
    StyleReader(const Value* styles, Medium& medium, Reading& reading)
        : styles_(styles), medium_(medium), reading_(reading) {}

    void read_all() {
        for (std::size_t i = 0; i < role_count; ++i) resolve(static_cast<Role>(i));
    }

private:
    enum class State { untouched, begun, done };

    const BlockStyle& resolve(Role role) {
        State& state = states_[static_cast<std::size_t>(role)];
        BlockStyle& style = medium_.styles[static_cast<std::size_t>(role)];
        if (state == State::done) return style;
        state = State::begun;
        const Value* own = styles_ ? styles_->find(name(role)) : nullptr;
        style = role == Role::body ? plain_body() : inherited(own);
        if (own) read(*own, role, style);
        state = State::done;
        return style;
    }

    const BlockStyle& inherited(const Value* own) {
        const Value* like = own ? own->find("like") : nullptr;
        if (!like) return resolve(Role::body);
        const auto role = role_named(like->scalar);
        if (!role) {
            const std::string near = nearest(like->scalar, role_names());
            report_invalid(*like, near.empty() ? say("the name of a style") : say("'{}'", near),
                           reading_);
            return resolve(Role::body);
        }
        if (states_[static_cast<std::size_t>(*role)] != State::begun) return resolve(*role);
        report_invalid(*like, say("a style that is not like this one in turn"), reading_);
        return resolve(Role::body);
    }

    /// Size first, since `em` is relative to it (and to that of the body in `size` itself); then
    /// leading, since `line` is that of the body.
    void read(const Value& own, Role role, BlockStyle& style) {
        const auto keys = block_keys();
        reading_.scale.em = medium_[Role::body].text.size;
        apply(own, keys.first(1), style, reading_);
        reading_.scale.em = style.text.size;
        apply(own, keys.subspan(1, 1), style, reading_);
        if (role == Role::body) reading_.scale.line = style.text.leading;
        apply(own, keys.subspan(2), style, reading_);
    }

    const Value* styles_;
    Medium& medium_;
    Reading& reading_;
    std::array<State, role_count> states_{};
};

void report_unknown_styles(const Value& styles, Diagnostics& diagnostics) {
    Names roles = role_names();
    for (std::string& role : roles) role += ".*";
    report_unknown(styles, roles, diagnostics);
    Names keys{"like"};
    add_names(keys, block_keys());
    for (const Entry& entry : styles.entries)
        if (role_named(entry.key)) report_unknown(entry.value, keys, diagnostics);
}

void read_syntax(const Value& syntax, Medium& medium, Reading& reading) {
    for (const CodePart part : code_parts)
        if (const Value* own = syntax.find(triptych::name(part)))
            apply(*own, code_style_keys(), medium.syntax[static_cast<std::size_t>(part)], reading);
}

}  // namespace

TextStyle Medium::code_text(std::optional<CodePart> part) const {
    TextStyle text = (*this)[Role::code].text;
    if (!part) return text;
    const CodeStyle& own = syntax[static_cast<std::size_t>(*part)];
    text.colour = own.colour.value_or(text.colour);
    text.weight = std::max(text.weight, own.weight);
    text.italic = text.italic || own.italic;
    return text;
}

void read_medium(const Value& file, Medium& medium, Reading& reading) {
    const Value* styles = file.find("styles");
    reading.scale.line = plain_body().text.leading;
    StyleReader(styles, medium, reading).read_all();
    if (styles) report_unknown_styles(*styles, reading.diagnostics);
    reading.scale.em = medium[Role::body].text.size;
    apply(file, medium_keys(), medium, reading);
    if (const Value* syntax = file.find("syntax")) read_syntax(*syntax, medium, reading);
}

Names medium_names() {
    Names names{"styles.*"};
    add_names(names, medium_keys());
    for (const CodePart part : code_parts)
        for (const auto& key : code_style_keys())
            names.push_back("syntax." + std::string(triptych::name(part)) + '.' +
                            std::string(key.name));
    return names;
}

}  // namespace triptych::style
