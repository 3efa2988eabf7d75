#include "typeset/inline/itemize.hpp"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "base/match.hpp"
#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/mark_colours.hpp"
#include "typeset/inline/east_asian.hpp"
#include "typeset/inline/paragraph.hpp"
#include "typeset/inline/text_builder.hpp"

namespace triptych::typeset {

namespace {

// Shares of the size, in thousandths.
constexpr std::int64_t script_size = 680, superscript_rise = 340, subscript_fall = 140;

bool is_light(Colour colour) { return colour.red + colour.green + colour.blue > 3 * 0x80; }

/// Half way to white: the colours of marks are made for light grounds.
Colour lightened(Colour colour) {
    const auto half = [](std::uint8_t value) {
        return static_cast<std::uint8_t>((value + 0xFF) / 2);
    };
    return {half(colour.red), half(colour.green), half(colour.blue)};
}

/// Marked letters: light text stands on a dark ground, but dark letters on the ground of a mark.
Colour letters_on(std::optional<Colour> ground, std::optional<Colour> marked, Colour plain) {
    constexpr Colour dark_letters{0x1B, 0x1D, 0x22};
    if (ground) return marked.value_or(is_light(plain) ? dark_letters : plain);
    if (!marked) return plain;
    return is_light(plain) ? lightened(*marked) : *marked;
}

/// What holds for the inlines inside a node; copied on the way down.
struct State {
    style::TextStyle style;
    Look look;
};

class Itemizer {
public:
    Itemizer(pages::ElementId element, Context& context) : context_(context), builder_(context) {
        result().elements.push_back({pages::Element{}, element});
    }

    State start(const style::TextStyle& style) const;
    /// In layouts of one ink all marks are grey.
    doc::MarkColour printed(doc::MarkColour colour) const {
        const bool one_ink = context_.medium.emoji == style::Emoji::mono;
        return one_ink && colour != doc::MarkColour::none ? doc::MarkColour::grey : colour;
    }
    void add(const doc::Inlines& body, const State& state);
    void add_text(std::string_view text, const State& state) {
        builder_.append(text, state.style, state.look, span_);
    }
    void add_verbatim(std::string_view text, const State& state) {
        builder_.append_verbatim(text, state.style, state.look, span_);
    }
    StyledText take() { return builder_.take(); }
    StyledText take_verbatim(bool code) { return builder_.take_verbatim(code); }

private:
    void add(const doc::Mark& mark, State state);
    void add(const doc::Foreign& foreign, State state);
    void add(const doc::Ruby& ruby, State state);
    void add(const doc::Link& link, State state);
    void add(const doc::InlineImage& image, State state);
    void add(const doc::NoteReference& reference, State state);
    void add_raised(const doc::Inlines& body, State state, std::int64_t rise);
    void enter_emphasis(pages::Tag tag, State& state);
    void add_code(std::string_view text, State state, const Ground& ground);
    void add_math(std::string_view tex, State state);
    void enter_link(pages::LinkArea area, State& state);
    std::uint32_t plan(pages::Tag tag, const State& state);
    void set_ground(const Ground& ground, State& state);
    StyledText& result() { return builder_.result(); }

    Context& context_;
    TextBuilder builder_;
    Span span_;
};

State Itemizer::start(const style::TextStyle& style) const {
    State state{style, {}};
    state.look.language = context_.language;
    state.look.hyphenate = style.hyphenate;
    return state;
}

std::uint32_t Itemizer::plan(pages::Tag tag, const State& state) {
    PlannedElement planned;
    planned.element.tag = tag;
    planned.element.parent = static_cast<pages::ElementId>(state.look.element);
    result().elements.push_back(std::move(planned));
    return static_cast<std::uint32_t>(result().elements.size() - 1);
}

void Itemizer::set_ground(const Ground& ground, State& state) {
    if (!ground.fill && !ground.border) return;
    state.look.ground = static_cast<std::int32_t>(result().grounds.size());
    result().grounds.push_back(ground);
}

void Itemizer::add(const doc::Mark& mark, State state) {
    const auto ground = doc::ground_colour(printed(mark.ground));
    state.style.colour =
        letters_on(ground, doc::letters_colour(printed(mark.text)), state.style.colour);
    set_ground({ground, std::nullopt}, state);
    add(mark.body, state);
}

void Itemizer::add(const doc::Foreign& foreign, State state) {
    if (foreign.language != state.look.language) {
        state.look.element = plan(pages::Tag::span, state);
        result().elements.back().element.language = foreign.language;
        state.look.language = foreign.language;
    }
    add(foreign.body, state);
}

/// A reading in a reading is none.
void Itemizer::add(const doc::Ruby& ruby, State state) {
    if (state.look.ruby >= 0) return add(ruby.body, state);
    state.look.element = plan(pages::Tag::ruby, state);
    Reading reading;
    reading.text = ruby.reading;
    reading.style = state.style;
    reading.style.size = state.style.size / 2;
    reading.style.leading = reading.style.size;
    reading.style.tracking = {};
    reading.style.italic = reading.style.small_caps = reading.style.upper_case = false;
    reading.width =
        line_width(ruby.reading, reading.style, state.look.language, context_.resources);
    State words = state;
    words.look.element = plan(pages::Tag::ruby_base, state);
    words.look.dots = false;
    words.look.ruby = static_cast<std::int32_t>(result().readings.size());
    reading.element = plan(pages::Tag::ruby_text, state);
    result().elements.back().element.actual_text = ruby.reading;
    result().readings.push_back(std::move(reading));
    add(ruby.body, words);
}

void Itemizer::enter_link(pages::LinkArea area, State& state) {
    state.look.element = plan(pages::Tag::link, state);
    state.look.link = static_cast<std::int32_t>(result().links.size());
    result().links.push_back(std::move(area));
}

void Itemizer::add(const doc::Link& link, State state) {
    std::string reference;
    const auto* page = std::get_if<doc::PageRef>(&link.target);
    std::optional<pages::LinkArea> area = link_area(link.target, context_);
    if (page != nullptr && area && context_.page_reference)
        reference = context_.page_reference(*page);
    if (!area || state.look.link >= 0) return add(link.body, state);
    const Colour around = state.style.colour;
    // The colour of links is made for the ground of body text: on another one they have the text's.
    if (is_light(around) == is_light(context_.medium.link))
        state.style.colour = context_.medium.link;
    enter_link(std::move(*area), state);
    if (link.body.empty()) return add_text(reference, state);
    add(link.body, state);
    if (reference.empty()) return;
    state.style.colour = around;
    const std::string& language = context_.book.metadata.language;
    add_text(bracketed(page_words(language, reference), language), state);
}

/// Inside of headings as well, where it may look like what is around it.
void Itemizer::enter_emphasis(pages::Tag tag, State& state) {
    if (context_.resources.tagging.emphasis) state.look.element = plan(tag, state);
}

/// As high as the text; its alternative is set when it can't be drawn.
void Itemizer::add(const doc::InlineImage& image, State state) {
    const std::optional<image::Info> info = context_.resources.images.info(image.media);
    if (!info || info->width == 0 || info->height == 0) return add_text(image.alternative, state);
    Size size{state.style.size.scaled(info->width, info->height), state.style.size};
    if (image.decorative) {
        state.look.element = plan(pages::Tag::span, state);
        result().elements.back().made = pages::ElementId::layout_artifact;
    } else {
        state.look.element = plan(pages::Tag::figure, state);
        pages::Element& figure = result().elements.back().element;
        figure.alternative = image.alternative.empty() ? context_.resources.images.path(image.media)
                                                       : image.alternative;
    }
    builder_.append_picture({0, image.media, size}, state.style, state.look, span_);
}

void Itemizer::add_raised(const doc::Inlines& body, State state, std::int64_t rise) {
    state.look.rise += state.style.size.scaled(rise, 1000);
    state.style.size = state.style.size.scaled(script_size, 1000);
    add(body, state);
}

void Itemizer::add(const doc::NoteReference& reference, State state) {
    const std::string number = std::to_string(reference.note + 1);
    TextMark mark;
    mark.kind = TextMark::Kind::note;
    mark.note = reference.note;
    builder_.append_mark(std::move(mark));
    state.look.element = plan(pages::Tag::reference, state);
    if (state.look.link < 0) {
        const std::string name(word_in(context_.language, Word::note));
        enter_link({{},
                    context_.note_prefix + number,
                    {},
                    name + ' ' + own_digits(number, context_.language)},
                   state);
    }
    state.look.rise += state.style.size.scaled(superscript_rise, 1000);
    state.style.size = state.style.size.scaled(script_size, 1000);
    state.style.italic = false;
    state.look.unbroken = true;
    add_text(own_digits(number, context_.language), state);
}

/// Text in the face for code, at its size relative to the body's.
void Itemizer::add_code(std::string_view text, State state, const Ground& ground) {
    const style::TextStyle& code = context_.medium[style::Role::inline_code].text;
    const style::TextStyle& body = context_.medium[style::Role::body].text;
    if (code.size > Length{} && body.size > Length{}) {
        state.style.size = state.style.size.scaled(code.size.units, body.size.units);
    }
    if (state.style.colour == body.colour) state.style.colour = code.colour;
    state.style.family = style::FamilyRole::mono;
    state.style.small_caps = state.style.upper_case = false;
    state.style.tracking = code.tracking;
    state.style.figures = code.figures;
    state.look.technical = true;
    set_ground(ground, state);
    builder_.append_verbatim(text, state.style, state.look, span_);
}

void Itemizer::add_math(std::string_view tex, State state) {
    state.look.element = plan(pages::Tag::formula, state);
    const std::uint32_t element = state.look.element;
    result().elements[element].element.alternative = tex.empty() ? " " : std::string(tex);
    if (auto formula = math::set_in_text({tex, state.style, span_}, context_)) {
        result().elements[element].element.alternative = formula->speech.words;
        if (!formula->speech.language.empty())
            result().elements[element].element.language = formula->speech.language;
        if (const auto& mathml = context_.resources.tagging.mathml)
            result().elements[element].element.source = mathml(tex, false, state.look.language);
        state.look.technical = true;
        return builder_.append_formula({0, std::move(formula->parts)}, state.style, state.look,
                                       span_);
    }
    state.style.italic = true;
    add_code(tex, state, {});
}

// Long because it says for every kind of inline what becomes of it.
void Itemizer::add(const doc::Inlines& body, const State& state) {
    const style::BoxStyle& code_box = context_.medium[style::Role::inline_code].box;
    const auto changed = [&](auto change) {
        State copy = state;
        change(copy);
        return copy;
    };
    for (const doc::Inline& node : body) {
        span_ = node.span;
        std::visit(
            Match{[&](const doc::Text& n) { add_text(n.text, state); },
                  [&](const doc::Emphasis& n) {
                      add(n.body, changed([&](State& s) {
                              enter_emphasis(pages::Tag::emphasis, s);
                              s.style.italic = !s.style.italic;
                              s.look.dots = s.style.italic && has_emphasis_dots(s.look.language);
                          }));
                  },
                  [&](const doc::Strong& n) {
                      add(n.body, changed([&](State& s) {
                              enter_emphasis(pages::Tag::strong, s);
                              s.style.weight = std::max(700, s.style.weight);
                          }));
                  },
                  [&](const doc::Strikethrough& n) {
                      add(n.body, changed([](State& s) { s.look.struck = true; }));
                  },
                  [&](const doc::Superscript& n) { add_raised(n.body, state, superscript_rise); },
                  [&](const doc::Subscript& n) { add_raised(n.body, state, -subscript_fall); },
                  [&](const doc::Mark& n) { add(n, state); },
                  [&](const doc::Foreign& n) { add(n, state); },
                  [&](const doc::Ruby& n) { add(n, state); },
                  [&](const doc::Code& n) {
                      State inside = state;
                      inside.look.element = plan(pages::Tag::code, state);
                      add_code(n.text, inside, {code_box.ground, code_box.border});
                  },
                  [&](const doc::Keyboard& n) {
                      State inside = state;
                      inside.look.unbroken = true;
                      add_code(n.text, inside, {code_box.ground, context_.medium.rule});
                  },
                  [&](const doc::Math& n) { add_math(n.tex, state); },
                  [&](const doc::Link& n) { add(n, state); },
                  [&](const doc::InlineImage& n) { add(n, state); },
                  [&](const doc::NoteReference& n) { add(n, state); },
                  [&](const doc::Anchor& n) {
                      TextMark mark;
                      mark.kind = TextMark::Kind::anchor;
                      mark.id = n.id;
                      builder_.append_mark(std::move(mark));
                  },
                  [&](const doc::LineBreak&) {
                      builder_.append_line_break(state.style, state.look, span_);
                  }},
            node.node);
    }
}

}  // namespace

std::optional<pages::LinkArea> link_area(const doc::Target& target, const Context& context) {
    const doc::Book& book = context.book;
    return std::visit(
        Match{[&](const doc::PageRef& ref) -> std::optional<pages::LinkArea> {
                  if (index(ref.page) >= book.pages.size()) return std::nullopt;
                  const doc::Page& page = book.pages[index(ref.page)];
                  const std::string& name = ref.element.empty() ? page.id : ref.element;
                  return pages::LinkArea{{}, name, {}, page.short_title};
              },
              [&](const doc::Url& url) -> std::optional<pages::LinkArea> {
                  return pages::LinkArea{{}, {}, url.address, url.address};
              },
              [&](const doc::FileRef& file) -> std::optional<pages::LinkArea> {
                  if (book.metadata.site_url.empty()) return std::nullopt;
                  if (index(file.media) >= book.media.size()) return std::nullopt;
                  const std::string& path = book.media[index(file.media)].path;
                  const bool slash = book.metadata.site_url.ends_with('/');
                  return pages::LinkArea{
                      {}, {}, book.metadata.site_url + (slash ? "" : "/") + path, path};
              },
              [&](const doc::TranslationRef& ref) -> std::optional<pages::LinkArea> {
                  const std::string& name = ref.element.empty() ? ref.page : ref.element;
                  return pages::LinkArea{{}, name, {}, ref.title, ref.stem};
              },
              [&](const doc::DeadLink&) -> std::optional<pages::LinkArea> { return std::nullopt; }},
        target);
}

StyledText itemize(const doc::Inlines& body, const style::TextStyle& style,
                   pages::ElementId element, Context& context) {
    Itemizer itemizer(element, context);
    itemizer.add(body, itemizer.start(style));
    return itemizer.take();
}

StyledText itemize(std::span<const TextRun> runs, pages::ElementId element, Context& context) {
    Itemizer itemizer(element, context);
    for (const TextRun& run : runs) itemizer.add_verbatim(run.text, itemizer.start(*run.style));
    const bool code = std::any_of(runs.begin(), runs.end(), [](const TextRun& run) {
        return run.style->family == style::FamilyRole::mono;
    });
    return itemizer.take_verbatim(code);
}

}  // namespace triptych::typeset
