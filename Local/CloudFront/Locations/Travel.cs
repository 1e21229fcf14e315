namespace Lexicon.Local.CloudFront.Locations;

/// <summary>The simulated distance: with it a request waits for as long as its way to a place and back would take.</summary>
/// <param name="isSimulated">Whether anything waits at all (<c>--distance</c>).</param>
/// <param name="time">The clock of the waiting.</param>
internal sealed class Travel(bool isSimulated, TimeProvider time)
{
    /// <summary>Where the Region is, and so the origins.</summary>
    public static Place Region => Places.Ashburn;

    /// <summary>Goes from one place to another and back; at once where one of them is this machine.</summary>
    public Task GoAsync(Place? from, Place? to, CancellationToken cancellation)
    {
        if (!isSimulated || from is null || to is null || ReferenceEquals(from, to))
        {
            return Task.CompletedTask;
        }

        return Task.Delay(Distance.RoundTrip(from, to), time, cancellation);
    }
}
