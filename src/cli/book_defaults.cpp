#include "cli/book_defaults.hpp"

#include <algorithm>
#include <string_view>

#include <CLI/CLI.hpp>
#include <triptych/spelling.hpp>

#include "cli/foreign_words.hpp"
#include "cli/option_table.hpp"
#include "cli/options.hpp"

namespace triptych::cli {
namespace {

constexpr std::string_view of_the_caller[] = {
    "jobs",     "set",   "help",    "write-baseline", "format",       "timings",
    "no-cache", "color", "diagram", "trust-diagrams", "system-fonts", "lang"};

/// Whether a book may say it: what names places, or how this computer works, it may not.
bool is_for_books(const OptionRow& row) {
    const auto name = std::string_view(row.long_name).substr(2);
    return row.completes != Completes::files && row.completes != Completes::folders &&
           std::find(std::begin(of_the_caller), std::end(of_the_caller), name) ==
               std::end(of_the_caller);
}

/// The command that was typed, as the parser sees it.
class Typed {
public:
    explicit Typed(const std::vector<std::string>& words) {
        describe(app_, arguments_);
        app_.parse(std::vector<std::string>(words.rbegin(), words.rend()));
        command_ = app_.get_subcommands().front();
    }
    CLI::Option* option(const std::string& name) const {
        return command_->get_option_no_throw("--" + name);
    }
    void expect_sense() const { cli::expect_sense(arguments_); }
    /// Itself or another one that does not go with it.
    static bool is_decided(const CLI::Option& option) {
        const auto others = option.get_excludes();
        return option.count() > 0 ||
               std::any_of(others.begin(), others.end(),
                           [](const CLI::Option* other) { return other->count() > 0; });
    }

private:
    Arguments arguments_;
    CLI::App app_;
    CLI::App* command_ = nullptr;
};

std::vector<BookDefaults::Word> words_of(const Setting& setting, const OptionRow& row) {
    if (row.value.empty()) return {{setting.name, {}, setting.line}};
    std::vector<BookDefaults::Word> words;
    for (const std::string& value : setting.values) {
        if (row.many && !words.empty())
            words.back().value += ',' + value;
        else
            words.push_back({setting.name, value, setting.line});
    }
    return words;
}

bool says_no(const Setting& setting) {
    const std::string value = setting.values.empty() ? "" : setting.values.front();
    return value == "no" || value == "false" || value == "off";
}
bool says_yes(const Setting& setting) {
    const std::string value = setting.values.empty() ? "" : setting.values.front();
    return value == "yes" || value == "true" || value == "on";
}

class Defaults {
public:
    explicit Defaults(const std::vector<std::string>& typed) : words_(typed), typed_(typed) {}

    BookDefaults read(const Settings& settings) {
        std::vector<const Setting*> waiting;
        for (const Setting& setting : settings.build) waiting.push_back(&setting);
        // An option may need one that is written below it.
        for (std::size_t before = waiting.size() + 1; waiting.size() < before;) {
            before = waiting.size();
            std::erase_if(waiting, [&](const Setting* setting) { return take(*setting).empty(); });
        }
        for (const Setting* setting : waiting)
            report(*setting, Kind::invalid_value, take(*setting));
        return std::move(found_);
    }

    /// Whether the command that was typed has the option that a problem is about, or none has it.
    bool judges(const Diagnostic& problem, const Settings& settings) const {
        const auto about = std::find_if(
            settings.build.begin(), settings.build.end(),
            [&](const Setting& setting) { return setting.begin == problem.span.begin; });
        return problem.kind == Kind::unknown_key || about == settings.build.end() ||
               typed_.option(about->name) != nullptr;
    }

private:
    /// What is wrong with its value, "" when it was taken, told or is not for this command.
    Message take(const Setting& setting) {
        const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const OptionRow& each) {
            return each.long_name == "--" + setting.name;
        });
        if (row == rows_.end()) return unknown(setting), Message();
        CLI::Option* const option = typed_.option(setting.name);
        if (!option || Typed::is_decided(*option)) return {};
        if (row->value.empty() && says_no(setting)) return {};
        if (row->value.empty() && !says_yes(setting)) return say("'{}' is yes or no", setting.name);
        if (setting.values.empty()) return say("'{}' has no value", setting.name);
        if (setting.name == "layout" && setting.values[0].find('/') != std::string::npos)
            return say("a layout is called by its name, without a folder");
        BookDefaults more = found_;
        for (auto& word : words_of(setting, *row)) more.words.push_back(std::move(word));
        const Message problem = problem_with(with_defaults(words_, more));
        if (problem.empty()) found_.words = std::move(more.words);
        return problem;
    }
    void unknown(const Setting& setting) {
        std::vector<std::string_view> names;
        for (const OptionRow& row : rows_)
            names.push_back(std::string_view(row.long_name).substr(2));
        Message hint =
            is_option(setting.name)
                ? say("options about this computer, its places and how it works, belong on the "
                      "command line")
                : spelling::suggestion(spelling::nearest(setting.name, names));
        report(setting, Kind::unknown_key, say("'build.{}' is not known here", setting.name),
               std::move(hint));
    }
    static bool is_option(const std::string& name) {
        for (const CommandRow& command : program_table().commands)
            for (const OptionRow& row : command.options)
                if (command.name == "build" && row.long_name == "--" + name) return true;
        return false;
    }
    void report(const Setting& setting, Kind kind, Message message, Message hint = {}) {
        const Span span{FileId{0}, static_cast<std::uint32_t>(setting.begin),
                        static_cast<std::uint32_t>(setting.end)};
        if (hint.empty()) hint = say("'triptych build --help' lists options and their values");
        found_.problems.push_back({kind, span, std::move(message), std::move(hint)});
    }
    static Message problem_with(const std::vector<std::string>& words) {
        try {
            Typed(words).expect_sense();
            return {};
        } catch (const CLI::ParseError& error) {
            return said_by_parser(error.what());
        }
    }

    const std::vector<std::string>& words_;
    const Typed typed_;
    const std::vector<OptionRow> rows_ = options_for_books(program_table());
    BookDefaults found_;
};

}  // namespace

std::vector<OptionRow> options_for_books(const ProgramTable& table) {
    std::vector<OptionRow> rows;
    for (const CommandRow& command : table.commands)
        if (command.name == "build")
            for (const OptionRow& row : command.options)
                if (!row.long_name.empty() && is_for_books(row)) rows.push_back(row);
    return rows;
}

std::vector<std::string> BookDefaults::as_words() const {
    std::vector<std::string> all;
    for (const Word& word : words)
        all.push_back("--" + word.option + (word.value.empty() ? "" : '=' + word.value));
    return all;
}

BookDefaults defaults_of(const Settings& settings, const std::vector<std::string>& typed) {
    Defaults defaults(typed);
    BookDefaults found = defaults.read(settings);
    if (!typed.empty() && typed.front() == "build") return found;
    // What only builds take is looked at by all other commands, too.
    const std::vector<std::string> build = {"build", "."};
    for (Diagnostic& problem : Defaults(build).read(settings).problems)
        if (!defaults.judges(problem, settings)) found.problems.push_back(std::move(problem));
    return found;
}

std::vector<std::string> with_defaults(std::vector<std::string> typed,
                                       const BookDefaults& defaults) {
    // At the end, since an option that takes a list would take what stands behind it.
    const auto end = std::find(typed.begin(), typed.end(), "--");
    const auto more = defaults.as_words();
    typed.insert(end, more.begin(), more.end());
    return typed;
}

}  // namespace triptych::cli
