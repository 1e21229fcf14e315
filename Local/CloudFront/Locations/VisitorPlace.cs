namespace Lexicon.Local.CloudFront.Locations;

/// <summary>Where visitors stand who do not say so themselves: on this machine, until somebody chooses a place in the console.</summary>
internal sealed class VisitorPlace
{
    private volatile Place? _chosen;

    /// <summary>Null: on this machine.</summary>
    public Place? Chosen
    {
        get => _chosen;
        set => _chosen = value;
    }
}
