using System.Text.Json.Nodes;

namespace Lexicon.Infra.Monitoring;

/// <summary>A part of a dashboard.</summary>
internal abstract record Widget(string Title)
{
    /// <summary>What CloudWatch calls this sort.</summary>
    public abstract string Type { get; }

    /// <summary>What it shows, as CloudWatch wants it.</summary>
    public abstract JsonObject ToProperties();
}
