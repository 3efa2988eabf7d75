#include <triptych/message.hpp>

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/catalogue.hpp"
#include "base/match.hpp"
#include "base/text.hpp"

namespace triptych {
namespace {

/// A gap of a text: which argument fills it, and how that is written (`:.1f`).
struct Gap {
    std::size_t argument = 0;
    std::string_view form;
};

/// Calls `text` with what stands between gaps and `gap` with every gap.
template <typename OnText, typename OnGap>
void for_each_piece(std::string_view format, const OnText& text, const OnGap& gap) {
    std::size_t next = 0;
    for (std::size_t at = 0; at < format.size();) {
        const std::size_t brace = std::min(format.find_first_of("{}", at), format.size());
        text(format.substr(at, brace - at));
        if (brace == format.size()) return;
        if (brace + 1 < format.size() && format[brace + 1] == format[brace]) {
            text(format.substr(brace, 1));
            at = brace + 2;
            continue;
        }
        const std::size_t end = std::min(format.find('}', brace), format.size());
        const std::string_view inside = format.substr(brace + 1, end - brace - 1);
        const std::size_t colon = std::min(inside.find(':'), inside.size());
        std::size_t number = 0;
        if (colon == 0)
            number = next++;
        else
            std::from_chars(inside.data(), inside.data() + colon, number);
        gap(Gap{number, inside.substr(colon)});
        at = std::min(end, format.size() - 1) + 1;
    }
}

std::string filled(std::string_view format, const std::vector<std::string>& arguments) {
    std::string out;
    for_each_piece(
        format, [&](std::string_view text) { out += text; },
        [&](const Gap& gap) {
            if (gap.argument < arguments.size()) out += arguments[gap.argument];
        });
    return out;
}

/// With a comma for the point, as French writes it.
std::string with_comma(std::string number) {
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

/// `fr` of `fr_FR.UTF-8` or `fr:en`, and what is behind the colon.
std::pair<std::string_view, std::string_view> first_language(std::string_view list) {
    const std::size_t colon = std::min(list.find(':'), list.size());
    const std::string_view first = list.substr(0, colon);
    return {first.substr(0, first.find_first_of("_.@-")),
            list.substr(std::min(colon + 1, list.size()))};
}

}  // namespace

MessageLanguage message_language(std::string_view language, std::string_view all,
                                 std::string_view messages, std::string_view lang) {
    const std::string_view locale = !all.empty() ? all : !messages.empty() ? messages : lang;
    const std::string_view plain = locale.substr(0, locale.find_first_of(".@"));
    if (plain.empty() || plain == "C" || plain == "POSIX") return MessageLanguage::english;
    std::string_view list = language.empty() ? locale : language;
    while (!list.empty()) {
        const auto [first, rest] = first_language(list);
        if (first == "fr") return MessageLanguage::french;
        if (first == "en") return MessageLanguage::english;
        list = rest;
    }
    return MessageLanguage::english;
}

Message Message::verbatim(std::string text) {
    Message message;
    message.english_ = std::move(text);
    return message;
}

Message make_message(const char* id, const char* plural_id, std::optional<std::uint64_t> count,
                     std::vector<MessageArgument> arguments) {
    Message message;
    message.id_ = id;
    message.count_ = count;
    message.arguments_.resize(arguments.size());
    const bool plural = plural_id && plural_form(*count, MessageLanguage::english) > 0;
    const std::string_view format = without_context(plural ? plural_id : id);
    const auto write = [&](const Gap& gap) {
        Message& argument = message.arguments_[gap.argument];
        const std::string form = fmt::format("{{{}}}", gap.form);
        std::visit(Match{[&](Message& inner) { argument = std::move(inner); },
                         [&](double number) {
                             argument = Message::verbatim(fmt::format(fmt::runtime(form), number));
                             argument.decimal_ = true;
                         },
                         [&](const auto& value) {
                             argument = Message::verbatim(fmt::format(fmt::runtime(form), value));
                         }},
                   arguments[gap.argument].value);
    };
    std::vector<bool> written(arguments.size());
    for_each_piece(
        format, [](std::string_view) {},
        [&](const Gap& gap) {
            if (gap.argument < written.size() && !written[gap.argument]) write(gap);
            if (gap.argument < written.size()) written[gap.argument] = true;
        });
    std::vector<std::string> texts;
    for (const Message& argument : message.arguments_) texts.push_back(argument.english_);
    message.english_ = filled(format, texts);
    return message;
}

std::string Message::in(MessageLanguage language) const {
    if (decimal_ && language == MessageLanguage::french) return with_comma(english_);
    const auto* entry = id_ ? entry_of(id_, language) : nullptr;
    if (!entry) return english_;
    const auto& forms = entry->second.forms;
    const std::size_t form =
        count_ ? std::min(plural_form(*count_, language), forms.size() - 1) : 0;
    std::vector<std::string> texts;
    for (const Message& argument : arguments_) texts.push_back(argument.in(language));
    return filled(forms[form], texts);
}

void Message::clip(std::size_t bytes) {
    if (english_.size() <= bytes) return;
    text::clip(english_, bytes);
    for (Message& argument : arguments_) argument.clip(bytes / 2);
}

std::string translated(std::string_view english, MessageLanguage language) {
    const auto* entry = entry_of(english, language);
    return entry ? entry->second.forms.front() : std::string(english);
}

Message say_known(std::string_view english) {
    // The catalogue's own key lives as long as the program.
    const auto* entry = entry_of(english, MessageLanguage::french);
    return entry ? make_message(entry->first.c_str(), nullptr, std::nullopt, {})
                 : Message::verbatim(std::string(english));
}

}  // namespace triptych
