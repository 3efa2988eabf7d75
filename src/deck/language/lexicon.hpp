#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "deck/flat/flat_text.hpp"

/// The words that say whether a sentence may be shortened, by language.
namespace triptych::deck {

/// A set of words and of phrases of several words.
class Phrases {
public:
    /// Each in lower case, its words as `words_in` gives them.
    Phrases(std::initializer_list<std::string_view> phrases);

    /// Number of words of the longest phrase that starts at word `at`; 0 when none does.
    std::size_t match_at(const std::vector<TextWord>& words, std::size_t at) const;
    bool start(const std::vector<TextWord>& words) const { return match_at(words, 0) > 0; }
    bool end(const std::vector<TextWord>& words) const;
    bool occur_in(const std::vector<TextWord>& words) const {
        return occur_in(words, 0, words.size());
    }
    /// Whether one starts at a word from `from` up to, and without, `to`; `to` may lie behind them.
    bool occur_in(const std::vector<TextWord>& words, std::size_t from, std::size_t to) const;
    /// Whether the words are one of them, and no more.
    bool hold(const std::vector<TextWord>& words) const {
        return !words.empty() && match_at(words, 0) == words.size();
    }

private:
    std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> by_first_;
};

/// "and" and "or", in French and English.
const Phrases& joining_words();
/// "I", "nous": subjects of a clause, likewise.
const Phrases& subject_pronouns();
/// "example", likewise.
const Phrases& example_words();

/// Where a sentence may be cut.
struct CutWords {
    Phrases hard;         ///< exceptions and restrictions: never cut off
    Phrases soft;         ///< negations, conditions of time, bounds: cut off behind ";" or ":" only
    Phrases subordinate;  ///< opens a clause that can't stand without the next one
    Phrases correlative;  ///< has a second half further on
    Phrases second_half;  ///< opens what the same sentence has a first half of
    Phrases function;     ///< no sentence ends in it
    Phrases announcing;   ///< what it stands for comes behind it
    Phrases these;        ///< before a colon, they are what stands behind it
    Phrases tail;         ///< opens a purpose, a consequence or examples, which may be cut off
    Phrases no_tail_behind;          ///< words that need the purpose behind them
    Phrases connectors;              ///< taken off the front of a sentence, with their comma
    Phrases abbreviations;           ///< before a full stop that ends no sentence
    Phrases pronouns;                ///< subjects of a clause that a verb alone would leave open
    Phrases negation, negation_end;  ///< "ne" and what must stand behind it
    bool opens_in_capitals = false;  ///< what opens in a small letter is part of a sentence
    bool has_infinitives = false;    ///< an item may be a row of infinitives (French)
};

/// What a sentence leans on another one by.
struct LeaningWords {
    Phrases contrast;        ///< opens a sentence that takes the one before it back in part
    Phrases denial;          ///< opens one that denies or goes on with it; else it may stand alone
    Phrases reversal;        ///< opens one that says of what all before it does not hold
    Phrases concession;      ///< opens a sentence that the next one takes back
    Phrases anaphora;        ///< opens a sentence that leans on the one before
    Phrases demonstrative;   ///< among its first words they lean, too: "pour ces deux usages"
    Phrases back_reference;  ///< those of them that lean further on, too, up to the first sign
    Phrases possessive;      ///< lean in what a sentence opens with: "pour sa remise, …"
    Phrases share_of;        ///< so do these at its start: "la plupart de ses outils"
    Phrases object_pronoun;  ///< a subject and what stands for its object: "nous le rangeons"
    Phrases ability;         ///< what they can or must do …
    Phrases object;          ///< … with what these stand for: "vous pouvez la fermer"
    Phrases reader;          ///< "vous", "nous": whose things these are not
    Phrases anaphora_behind_opening;  ///< lean right behind it: "dans la plupart des cas, c'est …"
    Phrases free_demonstrative;       ///< but these do not: "ce qui compte"
    Phrases impersonal;               ///< opens one that looks so and does not: "il faut"
    Phrases participles;              ///< open what lacks its subject: "utilisé pour …"
    Phrases leaning_end;              ///< ends a sentence that adds to the one before: "too"
    Phrases past;                     ///< opens a sentence about what no longer holds
    Phrases frame;     ///< opens one that says where those behind it hold, or of which example
    Phrases turn;      ///< between commas, they turn against what was said before …
    Phrases opposing;  ///< … or set it against that
};

/// What a sentence speaks of the page by, or of what stands elsewhere.
struct AboutWords {
    Phrases deictic;     ///< points away from the slide
    Phrases filler;      ///< says nothing by itself
    Phrases about_text;  ///< opens a sentence about the page, not about its subject
    Phrases names_page;  ///< opens one that says what the page is about
    Phrases pointing;    ///< verbs that send the reader elsewhere: "…, consultez le guide"
    Phrases sending;     ///< opens what only sends the reader elsewhere: "voir l’annexe"
    Phrases told;        ///< so do these in brackets: "(décrit dans l’annexe)"
};

/// What a sentence only leads up to the next one by.
struct PreparingWords {
    Phrases scene;        ///< opens one that sets the scene, counts on, or names one of several
    Phrases scene_word;   ///< so does one that holds these: "it can be difficult"
    Phrases weak;         ///< opens one that may do so: it says enough where it names the subject
    Phrases announced;    ///< promises what stands below: "les outils suivants"
    Phrases some, kinds;  ///< so do these together: "several", "ways"
    Phrases existential;  ///< "there are": with a number it only counts …
    Phrases comparing;    ///< … and with these it compares with what was said: "there are better"
    Phrases many;         ///< … so does this at the end: "comes with several editors"
    Phrases uncounted;    ///< those of them that give no number
    Phrases having;       ///< … behind these
    Phrases available;    ///< so does a count before these: "several gates are available"
    Phrases normative;    ///< says what to do, whatever the subject …
    Phrases self_spoken;  ///< … and these open what says what all do, or what for
    Phrases idle;         ///< say nothing more of what the title names: "creates a new …"
    Phrases empty_end;    ///< ends one that only says how something is: "is simple" …
    Phrases copula;       ///< … behind one of these
    Phrases past_verb;    ///< tells a story
    Phrases text_kind;    ///< a text: "the manual" …
    Phrases text_verb;    ///< … and what it does: "describes"
    Phrases going;        ///< what the writer is about to do: "nous allons" …
    Phrases telling;      ///< … is to tell: "décrire"
};

/// What headings say of what is under them.
struct HeadingWords {
    Phrases further_reading;  ///< headings of sections that only lead elsewhere
    Phrases wrong, right;     ///< headings of two things of which one is to be done
    Phrases before, after;    ///< headings of two states of one thing
    Phrases generic;          ///< headings that say nothing without their page's title
    Phrases empty_label;      ///< those that say nothing without what is under them: "Synopsis"
    Phrases beside_empty;     ///< those that say nothing beside such ones: "Options"
    Phrases see_also;         ///< headings of what names other texts, by links or not
    Phrases reference;        ///< opens a line that only says where to read more
    Phrases attribute;        ///< names what a thing is like, not what it is for: "Type"
};

/// What a sentence takes for granted of what stands around it in the book.
struct ContextWords {
    Phrases answer;         ///< before a comma, they take up what was said: "if you do, …"
    Phrases one_of_row;     ///< opens one of a row of things, or what follows from those before it
    Phrases shown;          ///< what a book shows: "the script" …
    Phrases showing;        ///< … and what that does: "creates"
    Phrases edit;           ///< so does an order to do something with it: "paste the code"
    Phrases run_in;         ///< in bold before a sentence, says of what kind that is: "Rationale"
    Phrases picture;        ///< opens one that says what is to be seen
    Phrases ordinals;       ///< "the last" …
    Phrases parts;          ///< … "option", of what stands elsewhere
    Phrases pointer;        ///< names what can be read: "une liste", …
    Phrases pointer_place;  ///< … and says where: "est disponible sur"
    Phrases ordering;       ///< an order: "run the command" …
    Phrases for_more;       ///< … and what for: "for details"
    Phrases reading;        ///< before a colon and names it is what they are found in: "glossary"
};

/// What a language has for it. The lists were worked out on books in French and English.
struct Lexicon : CutWords, LeaningWords, AboutWords, PreparingWords, HeadingWords, ContextWords {};

/// That of the language which a passage is written in, where small words tell that it is not the
/// book's: a quotation, or what is not yet translated. Null stays null.
const Lexicon* lexicon_of_text(std::string_view passage, const Lexicon* of_book);

/// Null for a language that has none: its sentences are shown whole.
const Lexicon* lexicon_of(std::string_view language);

}  // namespace triptych::deck
