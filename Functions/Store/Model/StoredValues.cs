using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>The kinds of values that only glossaries and what belongs to them have.</summary>
internal static class StoredValues
{
    public static Codec<Ulid> Id { get; } = new(
        "S",
        "a ULID",
        _ => true,
        value => new() { S = value.ToString() },
        (stored, out value) => Ulid.TryParse(stored.S, out value));

    public static Codec<Visibility> Visibility { get; } = new(
        "S",
        "`public` or `private`",
        _ => true,
        value => new() { S = value.ToWord() },
        (stored, out value) =>
        {
            var read = VisibilityWords.Read(stored.S);
            value = read.GetValueOrDefault();
            return read is not null;
        });

    /// <summary>An image of a term.</summary>
    public static Codec<TermImage> Image { get; } = ImageCodec();

    /// <summary>A reference of a term.</summary>
    public static Codec<Reference> Reference { get; } = ReferenceCodec();

    private static Codec<TermImage> ImageCodec()
    {
        Field<TermImage, string> path = new(
            "path", Codecs.Text(int.MaxValue).Where("a path", value => value is ['/', _, ..]), image => image.Path);
        Field<TermImage, long> width = new("width", Codecs.Number(1, int.MaxValue), image => image.Width);
        Field<TermImage, long> height = new("height", Codecs.Number(1, int.MaxValue), image => image.Height);
        return Codecs
            .Map<TermImage>([path, width, height], item => new(path.Read(item), (int)width.Read(item), (int)height.Read(item)))
            .Called("`path`, `width` and `height`");
    }

    private static Codec<Reference> ReferenceCodec()
    {
        Field<Reference, string> title = new("title", Codecs.Text(Limits.ReferenceTitle), reference => reference.Title);
        Field<Reference, string> url = new("url", Codecs.Text(Limits.ReferenceUrl), reference => reference.Url);
        return Codecs.Map<Reference>([title, url], item => new(title.Read(item), url.Read(item)));
    }
}
