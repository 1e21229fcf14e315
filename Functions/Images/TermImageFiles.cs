using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Images;

/// <summary>The files that the images of terms are.</summary>
internal static class TermImageFiles
{
    /// <summary>Deletes the file of a term's image, if it has one.</summary>
    /// <returns>What comes after it.</returns>
    public static async Task<Result<T>> DeleteImageOfAsync<T>(this IImageFiles files, Term before, T after, Deadline deadline)
    {
        if (before.Image is { } image)
        {
            await files.DeleteAsync(image.Path[1..], deadline.Token);
        }

        return after;
    }
}
