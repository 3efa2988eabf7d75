#include <optional>

#include "base/text.hpp"
#include "font/cluster.hpp"
#include "font/state.hpp"

namespace triptych::font {
namespace {

constexpr char32_t hyphen = 0x2010, no_break_hyphen = 0x2011, grinning_face = 0x1F600;

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

bool is_emoji_face(const Face& face) { return face.has(grinning_face); }

/// Chooses faces for the clusters of one text.
class Chooser {
public:
    Chooser(Library::State& state, std::string_view text, FaceId preferred)
        : state_(state), text_(text), preferred_(preferred) {}

    /// `before` draws what stands in front of the cluster.
    FaceRun choose(const Cluster& cluster, FaceId before) const {
        if (is_space(cluster.base)) return run(cluster, preferred_);
        if (is_ignorable(cluster.base)) return run(cluster, before);
        if (cluster.presentation == Presentation::emoji)
            if (const auto found = first_emoji_face(cluster)) return run(cluster, *found);
        if (const auto found = first_face(cluster)) return run(cluster, *found);
        return missing(cluster);
    }

private:
    static FaceRun run(const Cluster& cluster, FaceId face) {
        return {cluster.begin, cluster.end, face, false};
    }

    bool draws(FaceId face, const Cluster& cluster) const {
        return can_draw_cluster(state_.open(face), text_, cluster);
    }

    std::optional<FaceId> first_emoji_face(const Cluster& cluster) const {
        for (const FaceId face : state_.fallback)
            if (is_emoji_face(state_.open(face)) && draws(face, cluster)) return face;
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

    Library::State& state_;
    std::string_view text_;
    FaceId preferred_;
};

void append(std::vector<FaceRun>& runs, const FaceRun& run) {
    if (!runs.empty() && runs.back().face == run.face && runs.back().missing == run.missing)
        runs.back().end = run.end;
    else
        runs.push_back(run);
}

}  // namespace

std::vector<FaceRun> Library::itemize(std::string_view text, FaceId preferred) const {
    const Chooser chooser(*state_, text, preferred);
    std::vector<FaceRun> runs;
    for (std::size_t at = 0; at < text.size();) {
        const Cluster cluster = next_cluster(text, at);
        append(runs, chooser.choose(cluster, runs.empty() ? preferred : runs.back().face));
        at = cluster.end;
    }
    return runs;
}

}  // namespace triptych::font
