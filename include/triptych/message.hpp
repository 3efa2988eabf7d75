#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// What triptych says to people, in the language they read. A message is known by its English
/// text, which is the key of its translation in `po/`; so whatever compares, keeps or sorts
/// messages takes their English and does not depend on anybody's language.
namespace triptych {

/// A language in which messages can be read.
enum class MessageLanguage : std::uint8_t { english, french };

/// The language that someone reads who has these values of LANGUAGE, LC_ALL, LC_MESSAGES and LANG
/// (empty: not set), chosen as gettext does: the first that is set of the last three says whether
/// messages are translated at all, and LANGUAGE is then a list of languages by preference.
MessageLanguage message_language(std::string_view language, std::string_view all,
                                 std::string_view messages, std::string_view lang);

struct MessageArgument;

/// A text with what fills its gaps, in English and in every language of `po/`.
class Message {
public:
    Message() = default;
    /// To be said as it is in every language: a name, or what a library says.
    static Message verbatim(std::string text);

    const std::string& english() const { return english_; }
    /// The English where there is no translation.
    std::string in(MessageLanguage language) const;
    bool empty() const { return english_.empty(); }
    /// Cuts what is long until the English has about `bytes` bytes at most.
    void clip(std::size_t bytes);

    friend bool operator==(const Message& a, const Message& b) { return a.english_ == b.english_; }
    friend bool operator<(const Message& a, const Message& b) { return a.english_ < b.english_; }

private:
    friend Message make_message(const char* id, const char* plural_id,
                                std::optional<std::uint64_t> count,
                                std::vector<MessageArgument> arguments);

    std::string english_;
    const char* id_ = nullptr;  ///< of the translation; nothing: there is none
    std::optional<std::uint64_t> count_;
    std::vector<Message> arguments_;  ///< by the number of their gap
    bool decimal_ = false;            ///< a number whose point is a comma elsewhere
};

/// What fills a gap: text as it is, a number, or a message that is translated, too.
struct MessageArgument {
    std::variant<std::string, std::int64_t, std::uint64_t, double, Message> value;

    MessageArgument(std::string text) : value(std::move(text)) {}
    MessageArgument(std::string_view text) : value(std::string(text)) {}
    MessageArgument(const char* text) : value(std::string(text)) {}
    MessageArgument(double number) : value(number) {}
    MessageArgument(Message message) : value(std::move(message)) {}
    template <std::integral Number>
    MessageArgument(Number number) {
        if constexpr (std::is_signed_v<Number>)
            value = static_cast<std::int64_t>(number);
        else
            value = static_cast<std::uint64_t>(number);
    }
};

/// The key of a message: English with gaps as in `fmt::format`, `{}` or `{0}`. It is a literal with
/// as many gaps as there are arguments, or else does not compile.
template <std::size_t arguments>
class MessageId {
public:
    consteval MessageId(const char* id) : id_(id) {
        if (gaps(id) != arguments) throw "a message has as many gaps as arguments";
    }
    const char* text() const { return id_; }

private:
    static consteval std::size_t gaps(const char* id) {
        std::size_t in_order = 0, numbered = 0;
        for (const char* at = id; *at != '\0'; ++at) {
            if (*at == '{' && at[1] == '{') {
                ++at;
            } else if (*at == '{' && at[1] >= '0' && at[1] <= '9') {
                const auto number = static_cast<std::size_t>(at[1] - '0') + 1;
                numbered = number > numbered ? number : numbered;
            } else if (*at == '{') {
                ++in_order;
            }
        }
        return in_order + numbered;
    }

    const char* id_;
};

/// For `say` and `say_count`.
Message make_message(const char* id, const char* plural_id, std::optional<std::uint64_t> count,
                     std::vector<MessageArgument> arguments);

/// A message: `say("no page '{}' in the book", path)`.
template <typename... Arguments>
Message say(MessageId<sizeof...(Arguments)> id, Arguments&&... arguments) {
    std::vector<MessageArgument> all;
    all.reserve(sizeof...(Arguments));
    (all.emplace_back(std::forward<Arguments>(arguments)), ...);
    return make_message(id.text(), nullptr, std::nullopt, std::move(all));
}

/// A message about `count` things; what counts as one is the language's to say:
/// `say_count(n, "{} page", "{} pages", n)`.
template <typename... Arguments>
Message say_count(std::uint64_t count, MessageId<sizeof...(Arguments)> one,
                  MessageId<sizeof...(Arguments)> many, Arguments&&... arguments) {
    std::vector<MessageArgument> all;
    all.reserve(sizeof...(Arguments));
    (all.emplace_back(std::forward<Arguments>(arguments)), ...);
    return make_message(one.text(), many.text(), count, std::move(all));
}

/// Marks a text that is translated later, by `translated`.
constexpr const char* message_id(const char* english) { return english; }
/// What was marked by `message_id`, or said by a library, in `language`; itself where there is no
/// translation.
std::string translated(std::string_view english, MessageLanguage language);
/// The same as a message.
Message say_known(std::string_view english);

}  // namespace triptych
