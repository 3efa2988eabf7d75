#include "pdf/write.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "pdf/box.hpp"
#include "pdf/catalog/icc.hpp"
#include "pdf/catalog/links.hpp"
#include "pdf/catalog/metadata.hpp"
#include "pdf/catalog/navigation.hpp"
#include "pdf/catalog/opening.hpp"
#include "pdf/content/page_content.hpp"
#include "pdf/embedded_files.hpp"
#include "pdf/page_tree.hpp"
#include "pdf/structure/modernise.hpp"
#include "pdf/text/font_objects.hpp"
#include "pdf/text/private_use.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Document;
using object::Ref;
using object::Roots;

/// Pages whose contents are made and deflated side by side before they are written.
constexpr std::size_t batch = 64;

bool report_refused(const GlyphCodes& codes, const font::Library& fonts, Diagnostics& diagnostics) {
    for (const FaceId face : codes.refused)
        diagnostics.report(Kind::unreadable_font, {},
                           say("the font '{}' can't be embedded", fonts.file(face).path),
                           say("use a TrueType or OpenType font that may be embedded"));
    return !codes.refused.empty();
}

/// Reports what keeps the file from being the PDF/X-4 that a print shop asks for.
void report_lost_conformance(const pages::Pages& pages, const Press& press,
                             Diagnostics& diagnostics) {
    if (!pages.information.date)
        diagnostics.report(
            Kind::not_pdf_x, {},
            say("the file for the print shop is no PDF/X-4, which needs a date"),
            say("write 'date: 2026-01-31' in triptych.yaml, or set SOURCE_DATE_EPOCH"));
    if (!is_printer_profile(press.profile))
        diagnostics.report(
            Kind::not_pdf_x, {},
            say("the file for the print shop is no PDF/X-4, which needs the profile of its inks"),
            say("install triptych with its folder 'profiles'"));
}

ImageOptions image_options(const Options& options) {
    return {options.picture_ppi, options.threads, {}};
}

/// Sheets for paper are those of ever.
bool is_modern(const pages::Pages& pages, const Options& options) {
    return options.standard == PdfStandard::ua2 && !pages.for_paper;
}

object::Version version_of(const pages::Pages& pages, const Options& options) {
    if (is_modern(pages, options)) return object::Version::v2_0;
    return options.press ? object::Version::v1_6 : object::Version::v1_7;
}

/// One file in the making.
class Writer {
public:
    Writer(pages::Pages pages, const font::Library& fonts, const image::Store& store,
           const Options& options)
        : pages_(std::move(pages)),
          fonts_(fonts),
          store_(store),
          options_(options),
          document_(options.packing, options.threads, version_of(pages_, options)),
          tree_(document_, document_.reserve(std::max<std::size_t>(1, pages_.pages.size()))) {
        pages_.information = sound(std::move(pages_.information));
        if (is_modern(pages_, options)) modern_ = modernise(pages_);
    }

    std::optional<std::string> run(const GlyphCodes& codes, Diagnostics& diagnostics) {
        links_ = collect_links(pages_, options_.neighbours, document_);
        const Structure structure(
            {pages_, links_, modern_,
             is_modern(pages_, options_) ? PdfStandard::ua2 : PdfStandard::ua1});
        rgb_ = write_rgb_profile(document_);
        ImageOptions with = image_options(options_);
        if (options_.press) with.rgb = rgb_;
        Images images = write_images(document_, pages_, store_, with, diagnostics);
        const EmojiPictures emoji =
            has_colour_emoji() ? write_emoji(document_, pages_, fonts_, store_.size(), images)
                               : EmojiPictures();
        fonts_ref_ = write_fonts(document_, codes, fonts_);
        write_pages({options_.packing, options_.press ? Inks::press : Inks::screen, codes,
                     structure, images, emoji});
        tree_.write(document_);
        for (std::size_t i = 0; i < links_.size(); ++i)
            document_.set(links_[i].ref, annotations_[i]);
        if (is_modern(pages_, options_))
            files_ = embed_files(document_, pages_, structure, options_.files, options_.lexicon);
        conformance_ =
            conformance_of(pages_, {options_.standard, options_.press, !files_.by_name.empty()});
        std::optional<WrittenTree> tags;
        if (!pages_.for_paper) tags = structure.write(document_, tree_.pages(), files_.of_tree);
        const Ref root = write_catalog(tags);
        Roots roots{root, Ref::none};
        if (!is_modern(conformance_))
            roots.information = write_information(document_, pages_, conformance_);
        return document_.finish(roots);
    }

private:
    bool has_colour_emoji() const { return options_.colour_emoji && !pages_.for_paper; }

    struct Content {
        object::Stream stream;
        std::set<MediaId> pictures;
    };

    void write_pages(const ContentSources& sources) {
        const std::size_t elements = std::max<std::size_t>(1, pages_.elements.size());
        for (std::size_t from = 0; from < pages_.pages.size(); from += batch) {
            const std::size_t count = std::min(batch, pages_.pages.size() - from);
            std::vector<Content> contents(count);
            for_each_index(count, options_.threads, [&](std::size_t i) {
                PageContent content = page_content(pages_.pages[from + i], elements, sources);
                contents[i] = {object::make_stream(options_.packing, std::move(content.operators)),
                               std::move(content.pictures)};
            });
            for (std::size_t i = from; i < from + count; ++i) {
                write_page(i, std::move(contents[i - from]), sources);
                pages_.pages[i].items = {};  // a long book's are most of what it takes
            }
        }
        if (pages_.pages.empty()) write_page_of_nothing();
    }

    /// A document has at least one page.
    void write_page_of_nothing() {
        constexpr Box a4{0, 0, 59528, 84189};
        Dictionary out;
        out.name("Type", "Page").ref("Parent", tree_.parent(0));
        a4.write(out.array("MediaBox"));
        out.dictionary("Resources");
        document_.set(tree_.pages()[0], out);
    }

    void write_page(std::size_t at, Content content, const ContentSources& sources) {
        const Images& images = sources.images;
        const pages::Page& page = pages_.pages[at];
        Dictionary out;
        out.name("Type", "Page").ref("Parent", tree_.parent(at));
        media_box(page).write(out.array("MediaBox"));
        if (page.bleed > Length{}) {
            bleed_box(page).write(out.array("BleedBox"));
            trim_box(page).write(out.array("TrimBox"));
        }
        if (page.turn == pages::Turn::half) out.integer("Rotate", 180);
        write_resources(out.dictionary("Resources"), content.pictures, images);
        if (is_transparent(content.pictures, images))
            out.dictionary("Group")
                .name("S", "Transparency")
                .name("CS", options_.press ? "DeviceCMYK" : "DeviceRGB");
        out.ref("Contents", document_.add(std::move(content.stream))).name("Tabs", "S");
        if (sources.structure.has_marks(at))
            out.integer("StructParents", static_cast<std::int64_t>(at));
        if (const auto annotations = annotations_of(at); !annotations.empty())
            out.refs("Annots", annotations);
        document_.set(tree_.pages()[at], out);
    }

    void write_resources(Dictionary&& out, const std::set<MediaId>& pictures,
                         const Images& images) const {
        out.ref("Font", fonts_ref_);
        if (!pictures.empty()) {
            Dictionary objects = out.dictionary("XObject");
            for (const MediaId media : pictures)
                objects.ref(image_name(media), images.find(media)->ref);
        }
        if (options_.press) add_press_resources(out);
    }

    /// Colours but black are sRGB; black text prints over what is under it.
    void add_press_resources(Dictionary& out) const {
        const auto write_state = [](Dictionary&& state, bool overprints) {
            state.name("Type", "ExtGState")
                .boolean("OP", false)
                .boolean("op", overprints)
                .integer("OPM", 1);
        };
        {
            Dictionary states = out.dictionary("ExtGState");
            write_state(states.dictionary(overprinting), true);
            write_state(states.dictionary(knocking_out), false);
        }
        out.dictionary("ColorSpace").array("DefaultRGB").name("ICCBased").ref(rgb_);
    }

    static bool is_transparent(const std::set<MediaId>& pictures, const Images& images) {
        return std::any_of(pictures.begin(), pictures.end(),
                           [&](MediaId media) { return images.find(media)->transparent; });
    }

    /// Links are in the order of pages.
    std::vector<Ref> annotations_of(std::size_t page) {
        std::vector<Ref> out;
        for (std::size_t i = annotations_.size(); i < links_.size() && links_[i].page == page;
             ++i) {
            annotations_.push_back(
                link_annotation(pages_, options_.neighbours, links_[i], pages_.pages.size() + i));
            out.push_back(links_[i].ref);
        }
        return out;
    }

    Ref write_catalog(const std::optional<WrittenTree>& structure) {
        Dictionary out;
        out.name("Type", "Catalog")
            .ref("Pages", tree_.root())
            .text("Lang", language_of(pages_.information));
        if (structure) {
            out.dictionary("MarkInfo").boolean("Marked", true);
            out.ref("StructTreeRoot", structure->root);
        }
        out.ref("Metadata", write_metadata(document_, pages_, conformance_));
        if (const auto intent = options_.press ? write_output_intent(document_, *options_.press)
                                               : write_output_intent(document_, rgb_))
            out.refs("OutputIntents", {*intent});
        out.ref("PageLabels", write_page_labels(document_, pages_));
        const std::vector<Ref> elements = structure ? structure->places : std::vector<Ref>();
        const Places places{pages_, tree_.pages(), elements};
        const auto outline = write_outline(document_, places);
        if (outline) out.ref("Outlines", *outline);
        write_names(out, places);
        if (!files_.of_document.empty()) out.refs("AF", files_.of_document);
        write_opening(
            out, {pages_, tree_.pages()[0],
                  is_modern(conformance_) ? structure->document : Ref::none, outline.has_value()});
        return document_.add(out);
    }

    void write_names(Dictionary& out, const Places& places) {
        const auto destinations = write_destinations(document_, places);
        const auto files = files_.write_names(document_);
        if (!destinations && !files) return;
        Dictionary names = out.dictionary("Names");
        if (destinations) names.ref("Dests", *destinations);
        if (files) names.ref("EmbeddedFiles", *files);
    }

    pages::Pages pages_;
    const font::Library& fonts_;
    const image::Store& store_;
    const Options& options_;
    Document document_;
    PageTree tree_;
    Conformance conformance_{};
    Modernised modern_;  ///< nothing by PDF/UA-1
    EmbeddedFiles files_;
    Ref rgb_{};
    std::vector<Link> links_;
    Ref fonts_ref_{};
    std::vector<Dictionary> annotations_;  ///< of the links on the pages written
};

}  // namespace

std::vector<image::Wish> picture_wishes(const pages::Pages& pages, const image::Store& images,
                                        const Options& options) {
    return find_wishes(pages, images, image_options(options));
}

std::string write(pages::Pages pages, const font::Library& fonts, const image::Store& images,
                  const Options& options, Diagnostics& diagnostics) {
    if (is_modern(pages, options)) replace_private_use(pages);
    const GlyphCodes codes = assign_codes(pages, fonts, options.threads);
    if (report_refused(codes, fonts, diagnostics)) return {};
    if (options.press) report_lost_conformance(pages, *options.press, diagnostics);
    auto file = Writer(std::move(pages), fonts, images, options).run(codes, diagnostics);
    if (!file)
        diagnostics.report(Kind::unwritable_output, {},
                           say("the PDF is larger than the format allows"),
                           say("build the book in several parts"));
    return file.value_or(std::string());
}

}  // namespace triptych::pdf
