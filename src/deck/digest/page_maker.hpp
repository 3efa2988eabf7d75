#pragma once

#include <string>
#include <vector>

#include "deck/digest/digest.hpp"
#include "deck/digest/groups.hpp"

namespace triptych::deck {

/// Makes the slides of one page.
class PageMaker {
public:
    PageMaker(const doc::Page& page, const DigestScope& scope);

    /// A slide a section; or two to four sections a slide.
    PageDigest make(bool as_cards);
    /// One slide, and one for each section to keep; with none of these, for the richest one.
    PageDigest make_overview(bool with_richest);
    /// What the page says it is about, if it does so in few words.
    doc::Inlines claim();

private:
    /// Whether a sentence says what a page of several sections is about.
    bool says_what(const std::vector<Unit>& units) const;
    void make_introduction();
    void find_page_sentence();
    /// "What to do when you are sick", where the page has a sentence that says it.
    bool replace_fragment();
    void leave_repeated();  ///< points that say what the description does
    /// An outline shows claims alone.
    Gist reduced(Gist gist) const;
    void add(const Passage& section, std::vector<Unit>& units);
    /// Whether the author wants a slide for it, however short the deck is.
    bool is_wished(const Passage& section) const;
    void take_links(const Passage& section);
    const doc::Inlines& kicker(bool names_page) const;
    doc::Inlines page_title() const;
    Slide page_slide(SlideKind kind) const;
    void add(Group& group);
    /// The titles of sections that share a slide behind the page's first one; empty where they are
    /// too long for a title.
    doc::Inlines joined_title(const Group& group) const;
    /// What a section without an id is told from others by.
    std::string unnamed_section();
    void add_notes(Slide& slide, const Unit& unit, bool shared) const;
    /// Points first; a table, listing or picture beside points has a slide of its own.
    void show(Slide slide, const Gist& gist);
    bool has_slide_called(const doc::Inlines& title) const;
    /// Names what no slide shows, in a row at the foot of the page's last one, where none names its
    /// sections.
    void name_unshown(Slide& slide) const;
    /// What no slide of the page shows stands in the notes of the last one.
    void close();

    // ---- the slide that opens the page

    std::size_t slides_in(const std::vector<Group>& groups) const;
    /// The slide that opens the page, if it has one.
    void open(std::vector<Group>& groups);
    void open_deck();
    void add_introduction();
    void carry();
    void list_unshown(Slide& slide);
    static void add_list(Slide& slide, std::vector<Point> points);
    static Point title_point(const Passage& section);
    /// The page's claim beside the titles of its sections.
    void add_chapter();
    void keep_introduction();
    /// Its warning stands on the first slide behind it, or is counted there.
    void warn_on(Group& first);
    /// A page of few slides opens with the first of them, which takes the page's claim.
    void fold_into(Group& first);
    /// Whether its points can stand under the page's title and claim.
    static bool can_open_page(const Unit& unit);

    // ---- the page on one slide

    doc::Inlines page_claim(const std::vector<Unit>& units) const;
    bool opens_for_page(const Unit& first) const;
    /// Whether the words are the slide's claim already.
    static bool is_claimed(const Slide& slide, const doc::Inlines& words);
    /// The page's text but for the sections that have a slide of their own.
    void add_body_notes(Slide& slide, const std::vector<const Unit*>& apart) const;
    void count_unshown(Slide& slide, const std::vector<Unit>& units, const Unit* shown,
                       const std::vector<const Unit*>& apart) const;
    static const Unit* richest(const std::vector<Unit>& units, const Unit* but);
    /// Claim and points of the whole page. Returns the section that is shown in place of points.
    const Unit* show_overview(Slide& slide, const std::vector<Unit>& units, doc::Inlines claim);
    /// Whether many sections of the book have this title.
    bool is_common(const std::string& title) const;
    bool titles_tell(const std::vector<Unit>& units) const;
    /// Titles, each with a line where all have one; or, if not, with those that there are.
    void show_titles(Slide& slide, const std::vector<Unit>& units, bool all_or_none) const;

    const doc::Page& page_;
    const DigestScope& scope_;
    Passage whole_;
    PageSections cut_;
    doc::Inlines kicker_, kicker_with_page_;
    Passage intro_;
    Gist intro_gist_;
    doc::Inlines described_;  ///< the page's description, in want of a better claim
    bool gist_is_empty_ = true;
    doc::Blocks intro_notes_;
    std::vector<Passage> unshown_;
    unsigned unnamed_ = 0;  ///< sections so far that have no id
    doc::Blocks rest_;
    std::vector<std::string> rest_anchors_;
    bool names_sections_ = false;  ///< on a slide of its own
    PageDigest made_;
};

}  // namespace triptych::deck
