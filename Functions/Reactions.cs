using Amazon.Lambda.CloudWatchEvents.S3Events;
using Lexicon.Functions.Events;
using Lexicon.Functions.Images;

namespace Lexicon.Functions;

/// <summary>
/// The table of the functions that events run, as <see cref="Routes"/> is that of the HTTP API. Their functions, roles, permissions and
/// what runs them are made from it.
/// </summary>
public static class Reactions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Reaction> All { get; } =
    [
        new Reaction<CheckImage, S3ObjectCreateEvent>(new ImageWritten(ImageKeys.UploadPrefix), "Checks and publishes an uploaded image"),
        new QueueReaction<FileReport>(new TermReported(), "Files the reports of readers"),
    ];

    /// <summary>The reaction of a name; null: it is not one.</summary>
    public static Reaction? Find(string name) => All.FirstOrDefault(reaction => reaction.Name == name);
}
