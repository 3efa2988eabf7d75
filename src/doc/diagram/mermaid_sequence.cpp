#include <algorithm>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/diagram/mermaid_lines.hpp"

namespace triptych::doc::diagram {
namespace {

/// Signs of messages, the longer ones first.
constexpr std::string_view message_signs[] = {"<<-->>", "<<->>", "-->>", "->>", "-->",
                                              "->",     "--x",   "-x",   "--)", "-)"};

class SequenceReader {
public:
    std::optional<Reading> read(const MermaidLines& lines) {
        for (const std::string_view line : lines.statements)
            if (!statement(line) || sequence_.steps.size() > most_links ||
                sequence_.participants.size() > most_nodes)
                return std::nullopt;
        return Reading{lines.title.empty() ? title_ : lines.title, lines.description,
                       std::move(sequence_)};
    }

private:
    bool statement(std::string_view line) {
        const std::string_view word = line.substr(0, line.find_first_of(" \t:"));
        const std::string_view more = text::trim(line.substr(word.size()));
        if (is_one_of(word, {"participant", "actor"})) return participant(more);
        if (word == "create") return statement(more);
        if (word == "title") return title_ = plain_label(more.substr(more.find(':') + 1)), true;
        if (word == "Note" || word == "note") return note(more);
        if (is_one_of(word,
                      {"loop", "alt", "else", "opt", "par", "and", "critical", "option", "break"}))
            return sequence_.steps.push_back(Remark{std::string(word), plain_label(more)}), true;
        if (is_one_of(word, {"autonumber", "activate", "deactivate", "end", "rect", "box", "link",
                             "links", "destroy"}))
            return true;
        return message(line);
    }

    /// `A as Alice`.
    bool participant(std::string_view written) {
        const std::size_t as = written.find(" as ");
        std::string_view id = text::trim(written.substr(0, as));
        id = id.substr(0, id.find("@{"));
        if (id.empty()) return false;
        const std::size_t number = names_.number(std::string(id));
        if (as != std::string_view::npos) names_.label(number, plain_label(written.substr(as + 4)));
        return true;
    }

    bool note(std::string_view written) {
        const std::size_t colon = written.find(':');
        if (colon == std::string_view::npos) return false;
        sequence_.steps.push_back(Remark{"note", plain_label(written.substr(colon + 1))});
        return true;
    }

    bool message(std::string_view line) {
        const std::size_t colon = line.find(':');
        const std::string_view arrow = line.substr(0, colon);
        for (std::size_t at = 1; at < arrow.size(); ++at)
            for (const std::string_view sign : message_signs)
                if (arrow.substr(at).starts_with(sign)) {
                    std::string_view to = arrow.substr(at + sign.size());
                    while (to.starts_with('+') || to.starts_with('-')) to.remove_prefix(1);
                    return add(arrow.substr(0, at), to,
                               colon == line.npos ? "" : line.substr(colon + 1));
                }
        return false;
    }

    bool add(std::string_view from, std::string_view to, std::string_view said) {
        from = text::trim(from);
        to = text::trim(to);
        if (from.empty() || to.empty()) return false;
        const std::size_t sender = names_.number(std::string(from));
        const std::size_t receiver = names_.number(std::string(to));
        sequence_.steps.push_back(Message{sender, receiver, plain_label(said)});
        return true;
    }

    Sequence sequence_;
    Names names_{sequence_.participants};
    std::string title_;
};

}  // namespace

std::optional<Reading> read_mermaid_sequence(const MermaidLines& lines) {
    return SequenceReader().read(lines);
}

}  // namespace triptych::doc::diagram
