#include "cli/language.hpp"

#include <cstdlib>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/choices.hpp"

namespace triptych::cli {
namespace {

std::string_view environment(const char* variable) {
    const char* const value = std::getenv(variable);
    return value ? std::string_view(value) : std::string_view();
}

/// What stands for the value of an option, and for words without one.
[[maybe_unused]] constexpr const char* of_values[] = {
    message_id("NAME"),    message_id("FILE"), message_id("FOLDER"),
    message_id("KIND"),    message_id("TAG"),  message_id("KIND[=COMMAND]"),
    message_id("ADDRESS"), message_id("BOOK"), message_id("SOURCE"),
    message_id("DIR"),
};

/// What stands before a colon in help, without it: languages differ in what is between the two.
std::string label_of(std::string_view with_colon, MessageLanguage language) {
    std::string label = translated(with_colon, language);
    label.pop_back();
    return label;
}

/// Help as the parser writes it, with names for words without option in the user's language.
class Help : public CLI::Formatter {
public:
    explicit Help(MessageLanguage language) : language_(language) {
        label("Usage", label_of(message_id("Usage:"), language));
        label("Positionals", label_of(message_id("Positionals:"), language));
        label("Needs", label_of(message_id("Needs:"), language));
        label("Excludes", label_of(message_id("Excludes:"), language));
        for (const char* word : {message_id("OPTIONS"), message_id("SUBCOMMAND"),
                                 message_id("SUBCOMMANDS"), message_id("REQUIRED")})
            label(word, translated(word, language));
    }
    std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
        const std::string name = CLI::Formatter::make_option_name(option, is_positional);
        return is_positional ? translated(name, language_) : name;
    }

private:
    MessageLanguage language_;
};

/// `NAME:{fr,en}` and `UINT:INT in [0 - 256]`: the parser names types of C++, and bounds.
std::string translated_type(const std::string& type, MessageLanguage language) {
    const std::size_t colon = std::min(type.find(':'), type.size());
    std::string word = type.substr(0, colon);
    if (word == "UINT" || word == "INT" || word == "FLOAT") word = message_id("NUMBER");
    if (word == "TEXT") word = message_id("TEXT");
    const std::string rest = type.substr(colon);
    const std::size_t bounds = rest.find(" in [");
    return translated(word, language) +
           (bounds == std::string::npos ? rest : ' ' + rest.substr(bounds + 4));
}

void translate_options(CLI::App& app, CLI::Formatter& formatter, MessageLanguage language) {
    for (CLI::Option* option : app.get_options()) {
        option->description(translated(option->get_description(), language));
        if (!option->get_group().empty()) option->group(label_of(message_id("Options:"), language));
        const std::string type = option->get_type_name();
        if (!type.empty()) formatter.label(type, translated_type(type, language));
    }
}

}  // namespace

MessageLanguage language_of(const std::vector<std::string>& words) {
    constexpr std::string_view option = "--lang";
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        std::string_view value;
        if (words[i] == option && i + 1 < words.size()) value = words[i + 1];
        if (words[i].starts_with("--lang=")) value = std::string_view(words[i]).substr(7);
        if (value == "fr") return MessageLanguage::french;
        if (value == "en") return MessageLanguage::english;
    }
    return message_language(environment("LANGUAGE"), environment("LC_ALL"),
                            environment("LC_MESSAGES"), environment("LANG"));
}

void add_language(CLI::App& app, std::string& language) {
    app.add_option("--lang", language,
                   "Language of messages: en, fr (default: that of the environment)")
        ->transform(one_of({"en", "fr"}))
        ->type_name("NAME");
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        add_language(*command, language);
}

void translate(CLI::App& app, MessageLanguage language) {
    if (language == MessageLanguage::english) return;
    const auto formatter = std::make_shared<Help>(language);
    app.formatter(formatter);
    app.description(translated(app.get_description(), language));
    app.footer(translated(app.get_footer(), language));
    translate_options(app, *formatter, language);
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        command->formatter(formatter);
        command->description(translated(command->get_description(), language));
        command->footer(translated(command->get_footer(), language));
        if (!command->get_group().empty())
            command->group(label_of(message_id("Subcommands:"), language));
        translate_options(*command, *formatter, language);
    }
}

}  // namespace triptych::cli
