#include <algorithm>
#include <optional>
#include <vector>

#include <unicode/uchar.h>

#include "base/text.hpp"
#include "font/cluster.hpp"
#include "font/script_packs.hpp"
#include "font/state.hpp"

namespace triptych::font {
namespace {

constexpr char32_t hyphen = 0x2010, no_break_hyphen = 0x2011;

/// HarfBuzz draws a missing space by the face's space with the right advance, a missing no-break
/// hyphen by a hyphen, and nothing for ignorable characters.
bool can_draw(const Face& face, char32_t c) {
    if (face.has(c) || is_space(c) || is_ignorable(c)) return true;
    return c == no_break_hyphen && (face.has(hyphen) || face.has('-'));
}

bool can_draw_all(const Face& face, std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (!can_draw(face, text::next_code_point(text, at))) return false;
    return true;
}

/// As written, composed or decomposed: HarfBuzz finds whichever form the face has.
bool can_draw_cluster(const Face& face, std::string_view text, const Cluster& cluster) {
    if (cluster.code_points == 1 && can_draw(face, cluster.base)) return true;
    const std::string_view own = text.substr(cluster.begin, cluster.end - cluster.begin);
    return can_draw_all(face, own) ||
           (cluster.base >= 'A' && cluster.base < 0x2000 &&
            (can_draw_all(face, text::nfc(own)) || can_draw_all(face, text::nfd(own))));
}

/// Quotation marks, and signs that are as wide as an ideograph in Chinese and Japanese.
bool is_quotation_mark(char32_t c) { return c >= 0x2018 && c <= 0x201F; }
bool is_wide_in_prose(char32_t c) {
    return c == 0x2014 || c == 0x2015 || c == 0x2025 || c == 0x2026 || c == 0xB7;
}

/// Signs that look like the letters in front of them; none that come in pairs.
bool follows_letters(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_OTHER_PUNCTUATION || type == U_DASH_PUNCTUATION;
}

bool is_latin_or_digit(char32_t c) {
    return (c < 0x250 || (c >= 0x370 && c < 0x530)) && u_isalnum(static_cast<UChar32>(c));
}

HanForm form_in(std::string_view text, std::string_view language) {
    if (const auto form = han_form(language)) return *form;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (c >= 0xAC00 && c <= 0xD7A3) return HanForm::korean;
        if (c >= 0x3105 && c <= 0x312F) return HanForm::traditional;
    }
    return HanForm::japanese;
}

/// Chooses faces for the clusters of one text.
class Chooser {
public:
    Chooser(Library::State& state, std::string_view text, FaceId preferred,
            std::string_view language)
        : state_(state), text_(text), preferred_(preferred), language_(language) {}

    /// `before` draws what stands in front of the cluster.
    FaceRun choose(const Cluster& cluster, const FaceRun& before) {
        if (is_space(cluster.base)) return run(cluster, preferred_);
        if (is_ignorable(cluster.base)) return like(cluster, before);
        if (cluster.presentation == Presentation::emoji)
            if (const auto found = first_emoji_face(cluster)) return run(cluster, *found);
        if (const auto pack = pack_at(cluster)) return choose_in(*pack, cluster);
        if (before.script != 0 && goes_on(cluster, before)) return like(cluster, before);
        if (const auto found = first_face(cluster)) return run(cluster, *found);
        return missing(cluster);
    }

private:
    static FaceRun run(const Cluster& cluster, FaceId face) {
        return {cluster.begin, cluster.end, face, false, 0, false, false};
    }
    static FaceRun like(const Cluster& cluster, const FaceRun& before) {
        FaceRun found = before;
        found.begin = cluster.begin;
        found.end = cluster.end;
        found.missing = false;
        return found;
    }

    bool draws(FaceId face, const Cluster& cluster) const {
        return can_draw_cluster(state_.open(face), text_, cluster);
    }

    std::optional<FaceId> first_emoji_face(const Cluster& cluster) const {
        for (const FaceId face : state_.fallback)
            if (state_.open(face).draws_emoji() && draws(face, cluster)) return face;
        return std::nullopt;
    }

    std::optional<FaceId> first_face(const Cluster& cluster) const {
        if (draws(preferred_, cluster)) return preferred_;
        for (const FaceId face : state_.fallback)
            if (draws(face, cluster)) return face;
        return std::nullopt;
    }

    /// A face for the base alone, so that only the marks are lost; else the preferred one.
    FaceRun missing(const Cluster& cluster) const {
        const Cluster base{cluster.begin, cluster.end, cluster.base, 1, cluster.presentation};
        FaceRun found = run(cluster, first_face(base).value_or(preferred_));
        found.missing = true;
        return found;
    }

    std::optional<std::size_t> pack_at(const Cluster& cluster) {
        if (cluster.base < 0xB7) return std::nullopt;
        if (is_east_asian_here(cluster)) return pack_of(U'一');
        const auto pack = pack_before_ ? pack_of(cluster.base, pack_before_)
                                       : pack_at_start(cluster.base, language_);
        if (pack) pack_before_ = pack;
        return pack;
    }

    /// Signs of all scripts that are set as wide as an ideograph in this language, but not between
    /// Latin letters or digits.
    bool is_east_asian_here(const Cluster& cluster) {
        const bool quotes = is_quotation_mark(cluster.base);
        if (!quotes && !is_wide_in_prose(cluster.base)) return false;
        const auto of_language = han_form(language_);
        if (!of_language || *of_language == HanForm::korean) return false;
        if (quotes && *of_language == HanForm::japanese) return false;
        std::size_t behind = cluster.end;
        const bool latin_behind =
            behind < text_.size() && is_latin_or_digit(text::next_code_point(text_, behind));
        if (cluster.begin == 0) return true;
        std::size_t in_front = text::start_of_character(text_, cluster.begin - 1);
        const bool latin_in_front = is_latin_or_digit(text::next_code_point(text_, in_front));
        return !latin_behind || !latin_in_front;
    }

    /// Points and dashes behind letters of a face that has them, too.
    bool goes_on(const Cluster& cluster, const FaceRun& before) const {
        return !before.missing && !before.east_asian && follows_letters(cluster.base) &&
               draws(before.face, cluster);
    }
    /// The faces of the layout that are made for the script, then those of its pack.
    const std::vector<FaceId>& faces_of(std::size_t pack) {
        if (known_ == pack) return faces_;
        known_ = pack;
        faces_.clear();
        if (state_.serves(preferred_, pack)) faces_.push_back(preferred_);
        for (const FaceId face : state_.fallback)
            if (state_.serves(face, pack)) faces_.push_back(face);
        if (state_.pack_files == nullptr) return faces_;
        if (!form_) form_ = form_in(text_, language_);
        const auto of_pack = state_.candidates(pack, preferred_, *form_, language_);
        faces_.insert(faces_.end(), of_pack.begin(), of_pack.end());
        return faces_;
    }

    FaceRun choose_in(std::size_t pack, const Cluster& cluster) {
        const ScriptPack& known = script_packs()[pack];
        FaceRun found = run(cluster, preferred_);
        found.script = known.east_asian && is_hangul(cluster.base) ? hangul : known.script;
        found.connected = known.connected;
        found.east_asian = known.east_asian;
        const std::vector<FaceId>& faces = faces_of(pack);
        if (known.connected) {
            if (word_end_ <= cluster.begin) find_word(pack, cluster, faces);
            if (word_face_ && cluster.end <= word_end_) {
                found.face = *word_face_;
                return found;
            }
        }
        for (const FaceId face : faces) {
            found.face = face;
            if (draws(face, cluster)) return found;
        }
        return choose_sign(cluster, faces.empty() ? preferred_ : faces.front(), found);
    }

    /// Letters that no face made for their script has: signs may still be in any face.
    FaceRun choose_sign(const Cluster& cluster, FaceId nearest, FaceRun found) const {
        const bool letter = u_isalpha(static_cast<UChar32>(cluster.base)) != 0;
        if (!letter)
            if (const auto face = first_face(cluster)) return run(cluster, *face);
        found.face = nearest;
        found.missing = true;
        const Cluster base{cluster.begin, cluster.end, cluster.base, 1, cluster.presentation};
        if (!draws(nearest, base)) found.face = preferred_;
        return found;
    }

    /// One face for all letters that hang together, where one has them all.
    void find_word(std::size_t pack, const Cluster& first, const std::vector<FaceId>& faces) {
        std::vector<Cluster> word;
        for (std::size_t at = first.begin; at < text_.size();) {
            const Cluster cluster = next_cluster(text_, at);
            const bool joins = pack_of(cluster.base, pack) == pack || is_ignorable(cluster.base);
            if (!joins) break;
            word.push_back(cluster);
            at = cluster.end;
        }
        word_end_ = word.empty() ? first.end : word.back().end;
        word_face_.reset();
        for (const FaceId face : faces)
            if (!word_face_ && std::all_of(word.begin(), word.end(), [&](const Cluster& cluster) {
                    return is_ignorable(cluster.base) || draws(face, cluster);
                }))
                word_face_ = face;
    }

    static constexpr std::uint32_t hangul = 0x48616E67;  // "Hang"
    static bool is_hangul(char32_t c) {
        return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3131 && c <= 0x318E) ||
               (c >= 0xA960 && c <= 0xA97C) || (c >= 0xAC00 && c <= 0xD7FB);
    }

    Library::State& state_;
    std::string_view text_;
    FaceId preferred_;
    std::string_view language_;
    std::optional<std::size_t> pack_before_, known_;
    std::vector<FaceId> faces_;  ///< of `known_`
    std::optional<HanForm> form_;
    std::size_t word_end_ = 0;
    std::optional<FaceId> word_face_;
};

void append(std::vector<FaceRun>& runs, const FaceRun& run) {
    if (!runs.empty() && runs.back().face == run.face && runs.back().missing == run.missing &&
        runs.back().script == run.script)
        runs.back().end = run.end;
    else
        runs.push_back(run);
}

}  // namespace

std::vector<FaceRun> Library::itemize(std::string_view text, FaceId preferred,
                                      std::string_view language) const {
    Chooser chooser(*state_, text, preferred, language);
    FaceRun start;
    start.face = preferred;
    std::vector<FaceRun> runs;
    for (std::size_t at = 0; at < text.size();) {
        const Cluster cluster = next_cluster(text, at);
        append(runs, chooser.choose(cluster, runs.empty() ? start : runs.back()));
        at = cluster.end;
    }
    return runs;
}

std::vector<char32_t> Library::lacking(std::string_view cluster, FaceId preferred,
                                       std::string_view language) const {
    std::vector<char32_t> found;
    for (std::size_t at = 0; at < cluster.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(cluster, at);
        const auto runs = itemize(cluster.substr(begin, at - begin), preferred, language);
        if (runs.front().missing) found.push_back(c);
    }
    return found;
}

std::size_t cluster_end(std::string_view text, std::size_t at) {
    return next_cluster(text, at).end;
}

}  // namespace triptych::font
