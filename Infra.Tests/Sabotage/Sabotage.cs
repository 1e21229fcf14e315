namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>One way to spoil a template.</summary>
/// <param name="Name">What it does, in a sentence.</param>
/// <param name="Where">The stage and the stack: <c>prod Data</c>; <c>full</c> is prod with every option.</param>
/// <param name="Construct">
/// Where the resource stands within its stack: <c>Images/Bucket/Resource</c>; nothing for the template itself, <c>manifest</c>
/// for what the cloud assembly says of the stack.
/// </param>
/// <param name="Change">What it changes there; <see cref="Gone"/> and <see cref="Renamed"/> are for the resource as a whole.</param>
internal sealed record Sabotage(string Name, string Where, string Construct, Change Change)
{
    public const string Manifest = "manifest";

    /// <summary>The resource is not in the template.</summary>
    public static Change Gone { get; } = new("", (_, _) => { }, "no resource");

    /// <summary>The resource has another logical id.</summary>
    public static Change Renamed { get; } = new("", (_, _) => { }, "another logical id");

    /// <summary>The stage that is spoilt.</summary>
    public SynthesizedStage Original => Stages.Variants[Where.Split(' ')[0]];

    /// <summary>The stage with this one change.</summary>
    public SynthesizedStage Spoil()
    {
        var stack = Original.Stack(Where.Split(' ')[1]);
        if (Construct == Manifest)
        {
            var manifest = Original.Manifest.DeepClone();
            Change.In(manifest["artifacts"]![stack.Artifact]!);
            return Original.WithManifest(manifest);
        }

        var json = stack.Json.DeepClone().AsObject();
        Spoil(stack, json);
        return Original.With(stack.WithJson(json));
    }

    public override string ToString() => $"{Name} ({Where}: {Construct} {Change})";

    private void Spoil(Template stack, JsonObject json)
    {
        if (Construct.Length == 0)
        {
            Change.In(json);
            return;
        }

        var id = stack.At(Construct).LogicalId;
        var resources = json["Resources"]!.AsObject();
        if (Change != Gone && Change != Renamed)
        {
            Change.In(resources[id]!);
            return;
        }

        var resource = resources[id]!;
        resources.Remove(id);
        if (Change == Renamed)
        {
            resources[$"{id}2"] = resource;
        }
    }
}
