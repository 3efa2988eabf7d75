#include "pdf/content/show_run.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "pdf/text/cluster.hpp"
#include "pdf/text/font_objects.hpp"

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
    RunWriter(ContentStream& out, const GlyphCodes& codes, const pages::Page& page, Point at,
              const pages::GlyphRun& run)
        : out_(out), codes_(codes), run_(run) {
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
    std::vector<MissingGlyph> run() {
        if (!face_->glyphs.empty()) out_.place_text(place_);
        for_each_cluster(run_, [this](const Cluster& cluster) { add(cluster); });
        out_.set_rise(0);
        out_.show_text();
        return std::move(missing_);
    }

private:
    void add(const Cluster& cluster) {
        if (is_missing(cluster)) return add_missing(cluster);
        if (cluster.end - cluster.begin == 1) return add_alone(cluster);
        out_.begin_actual_text(cluster.text);
        for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
            const std::uint16_t glyph = run_.glyphs[i].id;
            if (glyph == 0) add_box(i, {});
            add_glyph(i, glyph == 0 ? std::uint16_t{0} : face_->codes[glyph]);
        }
        out_.end_actual_text();
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
        Point shift;
        if (next_offset_ < run_.offsets.size() && run_.offsets[next_offset_].glyph == at) {
            shift = {Length{run_.offsets[next_offset_].x}, Length{run_.offsets[next_offset_].y}};
            ++next_offset_;
        }
        if (code != 0) {
            behind_ += shift.x.units * per_unit;
            out_.set_rise(object::hundredths(-shift.y));
            catch_up();
            out_.add_code(code);
            behind_ -= face_->widths[glyph.id] * thousandth_ + shift.x.units * per_unit;
        }
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
        const std::int64_t left = place_.x + object::hundredths(drawn_);
        const std::int64_t inset = place_.size / 20;
        const std::int64_t right = left + std::max(object::hundredths(advance), 3 * inset) - inset;
        missing_.push_back(
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
    const FaceCodes* face_ = nullptr;
    const pages::GlyphRun& run_;
    std::string font_;
    ContentStream::TextPlace place_;
    std::int64_t thousandth_ = 0;  ///< 1/1000 em
    std::int64_t behind_ = 0;      ///< how far the pen of the reader is left of that of layout
    Length drawn_;
    std::size_t next_offset_ = 0;
    std::vector<MissingGlyph> missing_;
};

}  // namespace

std::vector<MissingGlyph> show_run(ContentStream& out, const GlyphCodes& codes,
                                   const pages::Page& page, Point at, const pages::GlyphRun& run) {
    return RunWriter(out, codes, page, at, run).run();
}

}  // namespace triptych::pdf
