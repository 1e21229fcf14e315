using System.Globalization;
using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// Provisions a resource and collects everything that is wrong with it. A resource type reports one mistake at a time, so it is asked
/// again without what it refused, until it has no more to say. What it then became goes on with its dependents, which are checked, too.
/// </summary>
/// <param name="node">The resource, resolved.</param>
/// <param name="refuse">Takes each finding.</param>
internal sealed class ResourceAttempt(ResourceNode node, Action<TemplateFinding> refuse)
{
    private readonly List<string> _removed = [];
    private readonly JsonObject _properties = (JsonObject)node.Resource!.Properties.DeepClone();

    /// <summary>What the resource became; a stand-in where it cannot be provisioned, whatever is left out.</summary>
    public ProvisionedResource Run()
    {
        foreach (var unknown in PropertyCheck.Find(_properties, node.Type.Properties).Where(finding => finding.IgnoredBecause is null))
        {
            refuse(new TemplateFinding(true, node.ShortPlace, node.TypeName, PropertyCheck.Refusal(unknown.Path)));
        }

        // Without a property that it must have, a resource cannot be read at all.
        var canBeRead = true;
        foreach (var (path, text) in KindCheck.Find(_properties, node.Type.Properties).ToList())
        {
            refuse(new TemplateFinding(true, node.ShortPlace, node.TypeName, text));
            canBeRead &= Remove(path, Now(path));
        }

        if (!canBeRead)
        {
            return StandIn.Of(node);
        }

        while (true)
        {
            try
            {
                return node.Type.Provision(_removed.Count == 0 ? node.Resource! : node.Resource! with { Properties = _properties });
            }
            catch (Exception failure) when (failure is not OutOfMemoryException and not OperationCanceledException)
            {
                if (!GoesOnAfter(failure))
                {
                    return StandIn.Of(node);
                }
            }
        }
    }

    private bool GoesOnAfter(Exception failure) => failure is StartupException { All: { Count: > 0 } all }
        ? all.Aggregate(false, (goesOn, one) => GoesOnAfter(one) || goesOn)
        : GoesOnAfterOne(failure);

    private bool GoesOnAfterOne(Exception failure)
    {
        var finding = TemplateFinding.From(failure, node.ShortPlace, node.TypeName);
        var reported = (failure as StartupException)?.Property;
        var path = reported is null ? null : AsInTemplate(reported);
        if (!IsConsequence(finding, path))
        {
            refuse(finding with
            {
                Text = reported is null ? finding.Text : finding.Text.Replace($"'{reported}'", $"'{path}'", StringComparison.Ordinal),
            });
        }

        return reported is not null && Remove(path!, reported);
    }

    // Of what was refused already, or of a stand-in.
    private bool IsConsequence(TemplateFinding finding, string? path) => path is null
        ? StandIn.IsIn(node.Resource!.Properties) || _removed.Count > 0
        : StandIn.IsIn(finding.Text)
            || StandIn.IsIn(PropertyPath.Find(node.Resource!.Properties, path))
            || _removed.Any(removed => PropertyPath.AreRelated(removed, path));

    private bool Remove(string path, string now)
    {
        if (PropertyPath.Remove(_properties, now) is not { } removed)
        {
            return false;
        }

        // What was around it may be removed instead: the template's path is as much shorter.
        _removed.Add(AsInTemplate(removed));
        return path.Length > 0;
    }

    // The items after one that was removed have moved: a path as it is now, and as the template has it.
    private string AsInTemplate(string path) =>
        _removed.Order(StringComparer.Ordinal).Aggregate(path, (at, removed) => Moved(at, removed, 1));

    private string Now(string path) =>
        _removed.OrderDescending(StringComparer.Ordinal).Aggregate(path, (at, removed) => Moved(at, removed, -1));

    private static string Moved(string path, string removed, int by)
    {
        var bracket = removed.EndsWith(']') ? removed.LastIndexOf('[') : -1;
        if (bracket < 0
            || !path.StartsWith(removed[..(bracket + 1)], StringComparison.Ordinal)
            || path.IndexOf(']', bracket) is not (> 0 and var end)
            || !int.TryParse(path[(bracket + 1)..end], CultureInfo.InvariantCulture, out var index)
            || !int.TryParse(removed[(bracket + 1)..^1], CultureInfo.InvariantCulture, out var gone))
        {
            return path;
        }

        var moves = by > 0 ? index >= gone : index > gone;
        return moves ? string.Create(CultureInfo.InvariantCulture, $"{path[..(bracket + 1)]}{index + by}{path[end..]}") : path;
    }
}
