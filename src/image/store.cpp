#include "image/store.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <utility>

#include "base/check.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "image/decoder.hpp"
#include "image/fault.hpp"
#include "image/photograph.hpp"
#include "image/raster.hpp"
#include "image/rendition.hpp"
#include "image/rendition_cache.hpp"
#include "image/vector_cache.hpp"

namespace triptych::image {
namespace {

/// Cheap first test for equal contents: length, head and tail.
std::uint64_t content_key(std::string_view bytes) {
    constexpr std::size_t sampled = 4096;
    const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), sampled));
    return text::stable_hash(bytes.substr(0, sampled)) * 31 + text::stable_hash(tail) +
           bytes.size();
}

/// Bytes that pictures being decoded may take together; one that takes more is decoded alone.
constexpr std::uint64_t decoding_budget = std::uint64_t{96} << 20;

/// Bytes of vector pictures that are kept for the next output.
constexpr std::size_t most_vectors = std::size_t{32} << 20;

/// Bytes of drawings that are kept; beyond, they are made anew each time.
constexpr std::size_t most_drawings = std::size_t{64} << 20;

/// No picture in a drawing is shown larger than this.
constexpr PixelSize embedded_room{1600, 1600};
constexpr int embedded_quality = 85;

/// A picture that stands in a drawing, as file of our own: what reads it later never sees another.
std::optional<svg::Embedded> embedded(std::string_view bytes, const Decoder& decoder) {
    const auto info = probe(bytes);
    if (!info || info->format == Format::svg) return std::nullopt;
    auto raster = decode_near(bytes, embedded_room, &decoder);
    if (!raster) return std::nullopt;
    if (auto small = scaled_down(*raster, embedded_room)) raster = std::move(small);
    const bool lossy = info->format == Format::jpeg && raster->alpha.empty();
    return svg::Embedded{lossy ? "image/jpeg" : "image/png",
                         lossy ? encode_jpeg(*raster, embedded_quality) : encode_png(*raster),
                         raster->width, raster->height};
}

/// The distinct fits wished for of one picture.
struct Job {
    MediaId media{};
    std::vector<Fit> fits;
    std::uint64_t cost = 0;
};

}  // namespace

struct Store::State {
    struct Entry {
        std::string path;
        std::once_flag once;
        std::optional<Info> info;
        std::shared_ptr<const svg::Drawing> drawing;  ///< null when it is none or not kept
    };
    struct Prepared {
        std::optional<Rendition> rendition;
        std::size_t takers = 0;
    };
    struct Vectors {
        std::once_flag drawn;
        std::shared_ptr<const std::string> pdf;  ///< null: not in vectors
    };
    const Files& files;
    Cache* cache;
    std::vector<Entry> entries;
    std::once_flag compared;
    std::vector<MediaId> first_of;  ///< same content
    std::mutex mutex;
    std::map<Wish, Prepared> prepared;
    std::map<MediaId, MediaId> dark;  ///< constant once the store is used
    std::map<MediaId, std::shared_ptr<Vectors>> vectors;
    std::size_t vector_bytes = 0;
    Decoder decoder;
    svg::Setting setting;
    std::atomic<std::size_t> drawing_bytes = 0;

    State(const Files& source, std::vector<std::string> paths, Cache* kept,
          const std::string& program, svg::Setting how)
        : files(source),
          cache(kept),
          entries(paths.size()),
          decoder(program),
          setting(std::move(how)) {
        setting.embed = [this](std::string_view bytes) { return embedded(bytes, decoder); };
        for (std::size_t i = 0; i < paths.size(); ++i) entries[i].path = std::move(paths[i]);
    }

    Entry& looked_at(std::size_t i) {
        TRIPTYCH_CHECK(i < entries.size(), "a media id belongs to the book of its store");
        Entry& entry = entries[i];
        std::call_once(entry.once, [&] {
            const auto shown = read_picture(entry.path);
            if (!shown) return;
            entry.info = probe(*shown);
            if (entry.info && entry.info->format == Format::svg) look_at_drawing(entry, *shown);
        });
        return entry;
    }
    /// A drawing that can't be made harmless is no picture.
    void look_at_drawing(Entry& entry, std::string_view bytes) {
        const auto drawing = made_drawing(bytes);
        if (!drawing) return entry.info.reset();
        const std::size_t size = drawing->readable.size() + drawing->drawable.size();
        if (drawing_bytes.fetch_add(size) + size <= most_drawings) entry.drawing = drawing;
    }
    std::shared_ptr<const svg::Drawing> made_drawing(std::string_view bytes) const {
        auto drawing = svg::clean(bytes, setting);
        return drawing ? std::make_shared<const svg::Drawing>(*std::move(drawing)) : nullptr;
    }
    /// Null for a picture of another format.
    std::shared_ptr<const svg::Drawing> drawing(MediaId media) {
        const Entry& entry = looked_at(index(media));
        if (entry.drawing || !entry.info || entry.info->format != Format::svg) return entry.drawing;
        const auto shown = read_picture(entry.path);
        return shown ? made_drawing(*shown) : nullptr;
    }
    /// The file, or as what it is shown.
    std::optional<std::string> read_picture(const std::string& path) const {
        auto bytes = files.read(path);
        if (!bytes) return std::nullopt;
        auto page = page_as_svg(*bytes);
        return page ? page : bytes;
    }
    /// The first page of a PDF is a drawing as others are; nothing for other files.
    std::optional<std::string> page_as_svg(std::string_view bytes) const {
        if (!bytes.substr(0, 1024).starts_with("%PDF-")) return std::nullopt;
        if (auto kept = load_page(cache, bytes)) return kept;
        auto page = decoder.page_to_svg(bytes);
        if (page) save_page(cache, bytes, *page);
        return page;
    }

    void compare() {
        std::map<std::uint64_t, std::vector<MediaId>> firsts;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            // Looking at all of them would draw pages of files that are linked only.
            const auto file = files.map(entries[i].path);
            auto& alike = firsts[file ? content_key(file->bytes) : 0];
            const MediaId first = first_like(i, alike);
            first_of.push_back(first);
            if (first == MediaId(i)) alike.push_back(first);
        }
    }
    /// That of `alike` with the content of entry `i`, or `i` itself.
    MediaId first_like(std::size_t i, const std::vector<MediaId>& alike) const {
        if (alike.empty()) return MediaId(i);
        const auto bytes = files.read(entries[i].path);
        const auto same = std::find_if(alike.begin(), alike.end(), [&](MediaId other) {
            return files.read(entries[index(other)].path) == bytes;
        });
        return same == alike.end() ? MediaId(i) : *same;
    }

    /// Who asks while another thread draws the picture waits for it.
    std::shared_ptr<const std::string> vectors_of(MediaId media) {
        std::shared_ptr<Vectors> found;
        {
            const std::lock_guard lock(mutex);
            auto& kept = vectors[media];
            if (!kept) kept = std::make_shared<Vectors>();
            found = kept;
        }
        std::call_once(found->drawn, [&] {
            found->pdf = draw(media);
            if (found->pdf) make_room_for(media, found->pdf->size());
        });
        return found->pdf;
    }
    std::shared_ptr<const std::string> draw(MediaId media) {
        const auto shown = drawing(media);
        if (!shown) return nullptr;
        auto pdf = load_vectors(cache, *shown);
        if (!pdf && (pdf = vector_pdf(*shown, decoder))) save_vectors(cache, *shown, *pdf);
        return pdf ? std::make_shared<const std::string>(*std::move(pdf)) : nullptr;
    }
    /// What there is no room for is drawn again for the next output.
    void make_room_for(MediaId media, std::size_t size) {
        const std::lock_guard lock(mutex);
        if (vector_bytes + size > most_vectors)
            vectors.erase(media);
        else
            vector_bytes += size;
    }

    /// One for each picture with wishes that nobody has made yet.
    std::vector<Job> jobs_for(const std::vector<Wish>& wishes) {
        const std::lock_guard lock(mutex);
        std::map<MediaId, Job> jobs;
        for (const Wish& wish : wishes) {
            if (prepared[wish].takers++ > 0) continue;
            Job& job = jobs[wish.media];
            job.media = wish.media;
            job.fits.push_back(wish.fit);
        }
        std::vector<Job> out;
        for (auto& [media, job] : jobs) {
            if (const auto& info = looked_at(index(media)).info) job.cost = render_cost(*info);
            out.push_back(std::move(job));
        }
        return out;
    }

    std::vector<std::optional<Rendition>> make(MediaId media, const std::vector<Fit>& fits) {
        const Entry& entry = looked_at(index(media));
        if (const auto shown = drawing(media))
            return make(RenditionCache(cache, *shown), fits,
                        [&](const auto& missing) { return render(*shown, missing, decoder); });
        const auto bytes = entry.info ? files.read(entry.path) : std::nullopt;
        if (!bytes) return std::vector<std::optional<Rendition>>(fits.size());
        return make(RenditionCache(cache, *bytes), fits,
                    [&](const auto& missing) { return render(*bytes, missing, &decoder); });
    }

    /// What the cache does not have is made, and kept there.
    template <typename Render>
    std::vector<std::optional<Rendition>> make(const RenditionCache& kept,
                                               const std::vector<Fit>& fits,
                                               Render render_missing) const {
        std::vector<std::optional<Rendition>> out(fits.size());
        std::vector<std::size_t> missing;
        std::vector<Fit> missing_fits;
        for (std::size_t i = 0; i < fits.size(); ++i) {
            if ((out[i] = kept.load(fits[i]))) continue;
            missing.push_back(i);
            missing_fits.push_back(fits[i]);
        }
        if (missing.empty()) return out;
        auto made = render_missing(missing_fits);
        for (std::size_t i = 0; i < missing.size(); ++i) {
            if (made[i]) kept.save(missing_fits[i], *made[i]);
            out[missing[i]] = std::move(made[i]);
        }
        return out;
    }

    void keep(const Job& job, std::vector<std::optional<Rendition>> renditions) {
        const std::lock_guard lock(mutex);
        for (std::size_t i = 0; i < job.fits.size(); ++i)
            prepared[{job.media, job.fits[i]}].rendition = std::move(renditions[i]);
    }
};

Store::Store(const Files& files, std::vector<std::string> paths, Cache* cache,
             const std::string& decoder, svg::Setting setting)
    : state_(std::make_unique<State>(files, std::move(paths), cache, decoder, std::move(setting))) {
}
Store::~Store() = default;

std::optional<Info> Store::info(MediaId media) const {
    return state_->looked_at(index(media)).info;
}

std::optional<std::string> Store::bytes(MediaId media) const {
    if (const auto drawing = state_->drawing(media)) return drawing->readable;
    if (!info(media)) return std::nullopt;
    return state_->files.read(path(media));
}

std::vector<svg::Finding> Store::findings(MediaId media) const {
    const auto drawing = state_->drawing(media);
    return drawing ? drawing->findings : std::vector<svg::Finding>();
}

Fault Store::fault(MediaId media) const {
    const auto bytes = state_->files.read(path(media));
    return bytes ? fault_of(*bytes, state_->setting)
                 : fault_of(state_->files.obstacle(path(media)));
}

const std::string& Store::path(MediaId media) const {
    TRIPTYCH_CHECK(index(media) < size(), "a media id belongs to the book of its store");
    return state_->entries[index(media)].path;
}

std::size_t Store::size() const { return state_->entries.size(); }

bool Store::is_photograph(MediaId media) const {
    const auto file = bytes(media);
    return file && image::is_photograph(*file, &state_->decoder);
}

MediaId Store::same_as(MediaId media) const {
    TRIPTYCH_CHECK(index(media) < size(), "a media id belongs to the book of its store");
    std::call_once(state_->compared, [&] { state_->compare(); });
    return state_->first_of[index(media)];
}

void Store::pair(MediaId light, MediaId dark) { state_->dark.emplace(light, dark); }

std::optional<MediaId> Store::dark(MediaId media) const {
    const auto found = state_->dark.find(media);
    if (found == state_->dark.end() || !info(found->second)) return std::nullopt;
    return found->second;
}

std::shared_ptr<const std::string> Store::vectors(MediaId media) const {
    return state_->vectors_of(same_as(media));
}

void Store::prepare(const std::vector<Wish>& wishes, Threads& threads) const {
    std::vector<Wish> by_content = wishes;
    for (Wish& wish : by_content) wish.media = same_as(wish.media);
    const std::vector<Job> all = state_->jobs_for(by_content);
    std::vector<std::uint64_t> costs;
    costs.reserve(all.size());
    for (const Job& job : all) costs.push_back(job.cost);
    for_each_within(decoding_budget, costs, threads, [&](std::size_t i) {
        state_->keep(all[i], state_->make(all[i].media, all[i].fits));
    });
}

std::optional<Rendition> Store::rendition(const Wish& wish) const {
    const Wish by_content{same_as(wish.media), wish.fit};
    {
        const std::lock_guard lock(state_->mutex);
        if (const auto found = state_->prepared.find(by_content); found != state_->prepared.end()) {
            if (--found->second.takers > 0) return found->second.rendition;
            return std::move(state_->prepared.extract(found).mapped().rendition);
        }
    }
    return state_->make(by_content.media, {wish.fit}).front();
}

}  // namespace triptych::image
