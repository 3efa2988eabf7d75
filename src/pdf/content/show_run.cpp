#include "pdf/content/show_run.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "pdf/text/cluster.hpp"
#include "pdf/text/font_objects.hpp"
#include "pdf/text/glyph_texts.hpp"

namespace triptych::pdf {

namespace {

/// Layout counts in 1/65536 pt, the font in 1/1000 of a size in 1/100 pt, stretched by 1/10000.
/// In units of 1/(65536 × 5⁹) pt both are whole numbers.
constexpr std::int64_t per_unit = 1'953'125, per_font_unit = 128;
constexpr std::int64_t per_hundredth = 65536 * per_unit / 100;

std::int64_t percent_hundredths(std::int32_t stretch) {
    return (static_cast<std::int64_t>(stretch) * 10000 + 32768) / 65536;
}

std::int64_t rounded_quotient(std::int64_t value, std::int64_t divisor) {
    return (value + (value < 0 ? -divisor : divisor) / 2) / divisor;
}

class RunWriter {
public:
    RunWriter(ContentStream& out, const GlyphCodes& codes, const EmojiPictures& emoji,
              const pages::Page& page, Point at, const pages::GlyphRun& run)
        : out_(out), codes_(codes), emoji_(emoji), run_(run) {
        const auto face = codes.faces.find(run.face);
        TRIPTYCH_CHECK(face != codes.faces.end(), "codes are assigned to all runs");
        face_ = &face->second;
        place_.font = font_ = font_name(run.face);
        place_.x = object::hundredths(at.x);
        place_.y = y_on_page(page, at.y);
        place_.size = std::max<std::int64_t>(1, object::hundredths(run.size));
        place_.stretch = std::max<std::int64_t>(1, percent_hundredths(run.stretch));
        place_.colour = run.colour;
        thousandth_ = place_.size * place_.stretch * per_font_unit;
        behind_ = at.x.units * per_unit - place_.x * per_hundredth;
    }

    /// A face that draws nothing is not embedded: its name would lead nowhere.
    AfterRun run() {
        if (!face_->glyphs.empty()) out_.place_text(place_);
        if (run_.right_to_left) {
            add_to_left();
        } else {
            for_each_cluster(run_, [this](const Cluster& cluster) { add(cluster); });
        }
        out_.set_rise(0);
        out_.show_text();
        out_.set_visible(true);
        return std::move(after_);
    }

private:
    /// Glyphs come in the order of the text, from the right end: those who copy text and do not
    /// sort it by place get it as it was written.
    void add_to_left() {
        for (const pages::Glyph& glyph : run_.glyphs) drawn_ += Length{glyph.advance};
        behind_ += drawn_.units * per_unit;
        std::vector<Cluster> clusters;
        for_each_cluster(run_, [&](const Cluster& cluster) { clusters.push_back(cluster); });
        for (auto cluster = clusters.rbegin(); cluster != clusters.rend(); ++cluster) add(*cluster);
    }

    void add(const Cluster& cluster) {
        if (is_missing(cluster)) return add_missing(cluster);
        out_.set_visible(!add_emoji(cluster));
        if (cluster.end - cluster.begin == 1) return add_alone(cluster);
        if (has_own_codes(cluster)) return add_own(cluster);
        out_.begin_actual_text(cluster.text);
        for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
            const std::uint16_t glyph = run_.glyphs[i].id;
            if (glyph == 0) add_box(i, {});
            add_glyph(i, glyph == 0 ? std::uint16_t{0} : face_->codes[glyph]);
        }
        out_.end_actual_text();
    }

    void add_own(const Cluster& cluster) {
        const GlyphTexts texts = glyph_texts(cluster, run_.right_to_left);
        std::vector<FaceCodes::Code> codes;
        bool all_have_unicode = true;
        for (std::size_t i = 0; i < texts.texts.size(); ++i) {
            const std::uint16_t glyph = run_.glyphs[painted(cluster, i)].id;
            codes.push_back({0, true});
            if (glyph == 0) continue;
            codes.back() = face_->find(glyph, codes_.keys.find(texts.texts[i]));
            all_have_unicode = all_have_unicode && codes.back().has_unicode;
        }
        const bool actual_text = texts.actual_text || !all_have_unicode;
        if (actual_text) out_.begin_actual_text(cluster.text);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const std::size_t at = painted(cluster, i);
            if (run_.glyphs[at].id == 0) add_box(at, {});
            add_glyph(at, codes[i].code);
        }
        fill_gap(cluster);
        if (actual_text) out_.end_actual_text();
    }

    /// A mark without a width of its own, drawn in front of the pen, leaves a gap behind it that
    /// readers take for a space: glyphs without ink and text lead to where the next letter stands.
    void fill_gap(const Cluster& cluster) {
        const std::size_t last = cluster.end - 1;
        if (run_.right_to_left || !face_->filler.has_unicode || run_.glyphs[last].advance != 0)
            return;
        const std::int64_t width = face_->filler_width * thousandth_;
        if (width <= 0 || behind_ < widest_gap * thousandth_) return;
        out_.set_rise(0);
        while (behind_ >= widest_gap * thousandth_) {
            const std::int64_t gap = behind_, too_wide = std::max<std::int64_t>(0, width - gap);
            behind_ = -too_wide;
            catch_up();
            out_.add_code(face_->filler.code);
            behind_ += gap + too_wide - width;
        }
    }

    /// The glyph of a cluster that is painted so many behind the first.
    std::size_t painted(const Cluster& cluster, std::size_t number) const {
        return run_.right_to_left ? cluster.end - 1 - number : cluster.begin + number;
    }

    /// False for what is drawn as glyphs.
    bool add_emoji(const Cluster& cluster) {
        if (emoji_.empty()) return false;
        Length advance;
        for (std::size_t i = cluster.begin; i < cluster.end; ++i)
            advance += Length{run_.glyphs[i].advance};
        const Length before = run_.right_to_left ? drawn_ - advance : drawn_;
        const auto found = emoji_.find(cluster.text, place_.x + object::hundredths(before),
                                       place_.y, object::hundredths(advance));
        if (found) after_.emoji.push_back(*found);
        return found.has_value();
    }

    /// Nothing of the cluster can be drawn.
    bool is_missing(const Cluster& cluster) const {
        for (std::size_t i = cluster.begin; i < cluster.end; ++i)
            if (run_.glyphs[i].id != 0) return false;
        return true;
    }

    void add_alone(const Cluster& cluster) {
        const TextKey key = codes_.keys.find(cluster.text);
        const FaceCodes::Code code = face_->find(run_.glyphs[cluster.begin].id, key);
        const bool has_text = code.has_unicode && !codes_.keys.is_private(key);
        if (!has_text) out_.begin_actual_text(cluster.text);
        add_glyph(cluster.begin, code.code);
        if (!has_text) out_.end_actual_text();
    }

    /// Code 0 only moves the pen.
    void add_glyph(std::size_t at, std::uint16_t code) {
        const pages::Glyph& glyph = run_.glyphs[at];
        if (run_.right_to_left) {
            behind_ -= glyph.advance * per_unit;
            drawn_ -= Length{glyph.advance};
        }
        Point shift = offset_of(run_, at);
        // A letter without a width of its own counts as the one beside it where both have one
        // place.
        if (run_.right_to_left && glyph.advance == 0 && shift.x == Length{})
            shift.x = -run_.size.scaled(5, 1000);
        if (code != 0) {
            behind_ += shift.x.units * per_unit;
            out_.set_rise(object::hundredths(-shift.y));
            catch_up();
            out_.add_code(code);
            behind_ -= face_->widths[glyph.id] * thousandth_ + shift.x.units * per_unit;
        }
        if (run_.right_to_left) return;
        behind_ += glyph.advance * per_unit;
        drawn_ += Length{glyph.advance};
    }

    /// Corrects the pen of the reader, which moves by the widths of the font, once it is off by
    /// more than can be neglected.
    void catch_up() {
        const std::int64_t distance = behind_ < 0 ? -behind_ : behind_;
        if (2 * distance < 3 * thousandth_) return;
        const std::int64_t shift = rounded_quotient(behind_, thousandth_);
        out_.add_shift(-shift);
        behind_ -= shift * thousandth_;
    }

    void add_missing(const Cluster& cluster) {
        const bool has_text = face_->space != 0;
        if (has_text) write_text_of_space(cluster.text);
        for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
            add_box(i, has_text || i != cluster.begin ? std::string_view() : cluster.text);
            add_glyph(i, 0);
        }
    }

    /// The box of one glyph, where the pen of layout is.
    void add_box(std::size_t at, std::string_view text) {
        const Length advance{run_.glyphs[at].advance};
        const Length before = run_.right_to_left ? drawn_ - advance : drawn_;
        const std::int64_t left = place_.x + object::hundredths(before);
        const std::int64_t inset = place_.size / 20;
        const std::int64_t right = left + std::max(object::hundredths(advance), 3 * inset) - inset;
        after_.missing.push_back(
            {{left + inset, place_.y, right, place_.y + place_.size * 7 / 10}, text});
    }

    /// Readers look for ActualText on text only: it goes on a space, where the box will be drawn.
    void write_text_of_space(std::string_view text) {
        out_.begin_actual_text(text);
        catch_up();
        out_.add_code(face_->codes[face_->space]);
        behind_ -= face_->widths[face_->space] * thousandth_;
        out_.end_actual_text();
    }

    ContentStream& out_;
    const GlyphCodes& codes_;
    const EmojiPictures& emoji_;
    const FaceCodes* face_ = nullptr;
    const pages::GlyphRun& run_;
    std::string font_;
    ContentStream::TextPlace place_;
    std::int64_t thousandth_ = 0;  ///< 1/1000 em
    std::int64_t behind_ = 0;      ///< how far the pen of the reader is left of that of layout
    Length drawn_;
    AfterRun after_;
};

}  // namespace

AfterRun show_run(ContentStream& out, const GlyphCodes& codes, const EmojiPictures& emoji,
                  const pages::Page& page, Point at, const pages::GlyphRun& run) {
    return RunWriter(out, codes, emoji, page, at, run).run();
}

}  // namespace triptych::pdf
