using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// Reads a policy document and refuses by name what is malformed or not supported: an element that nobody evaluates would make
/// a policy say something else here than on AWS.
/// </summary>
internal sealed class PolicyReader(PolicyKind kind, string place)
{
    private bool _variables;

    /// <summary>Reads the document.</summary>
    public Policy Read(JsonNode? document)
    {
        var root = document as JsonObject ?? throw Refuse("a policy document is expected");
        foreach (var (name, _) in root)
        {
            if (name is not ("Version" or "Id" or "Statement"))
            {
                throw Refuse($"policy element '{name}' is not supported");
            }
        }

        // "2008-10-17" is the version of a document that names none, and knows no variables.
        var version = root["Version"] is { } node ? Text(node, "Version") : "2008-10-17";
        _variables = version switch
        {
            "2012-10-17" => true,
            "2008-10-17" => false,
            _ => throw Refuse($"policy version '{version}' does not exist"),
        };
        return new Policy([.. Many(root["Statement"], "Statement").Select(ReadStatement)]);
    }

    private Statement ReadStatement(JsonNode? node)
    {
        var statement = node as JsonObject ?? throw Refuse("a policy statement is an object");
        foreach (var (name, _) in statement)
        {
            if (name is not ("Sid" or "Effect" or "Action" or "NotAction" or "Resource" or "NotResource" or "Principal"
                or "NotPrincipal" or "Condition"))
            {
                throw Refuse($"policy element '{name}' is not supported");
            }
        }

        var (actions, actionsExcepted) = OneOf(statement, "Action", "NotAction");
        var (resources, resourcesExcepted) = OneOf(statement, "Resource", "NotResource");
        if (actions is null)
        {
            throw Refuse("a policy statement needs 'Action' or 'NotAction'");
        }

        if (actions.FirstOrDefault(action => action.Source != "*" && !action.Source.Contains(':')) is { } bare)
        {
            throw Refuse($"the action '{bare.Source}' names no service, such as 's3:{bare.Source}'");
        }

        if (resources?.FirstOrDefault(one => one.Source.Trim('*').Length > 0 && !one.Source.Contains(':')) is { } relative)
        {
            throw Refuse($"the resource '{relative.Source}' is neither an ARN nor '*'");
        }

        if ((resources is null) != (kind == PolicyKind.Trust))
        {
            throw Refuse(resources is null
                ? "a policy statement needs 'Resource' or 'NotResource'" : "a trust policy has no 'Resource'");
        }

        return new Statement
        {
            Source = statement.ToJsonString(AwsJson.Options),
            Allows = Text(statement["Effect"], "Effect") switch
            {
                "Allow" => true,
                "Deny" => false,
                var other => throw Refuse($"policy effect '{other}' does not exist"),
            },
            Actions = actions,
            ActionsExcepted = actionsExcepted,
            Resources = resources,
            ResourcesExcepted = resourcesExcepted,
            Principals = ReadPrincipals(statement),
            Conditions = [.. ReadConditions(statement["Condition"])],
        };
    }

    private Principals? ReadPrincipals(JsonObject statement)
    {
        var excepted = statement.ContainsKey("NotPrincipal");
        var node = excepted ? statement["NotPrincipal"] : statement["Principal"];
        if ((node is null) != (kind == PolicyKind.Identity))
        {
            throw Refuse(node is null
                ? "a statement of a resource's policy needs 'Principal'" : "a policy of an identity has no 'Principal'");
        }

        switch (node)
        {
            case null:
                return null;
            case JsonValue:
                return Text(node, "Principal") == "*"
                    ? new Principals(["*"], [], [], excepted)
                    : throw NoPrincipal();
            case JsonObject principals:
                return ReadPrincipals(principals, excepted);
            default:
                throw NoPrincipal();
        }

        StartupException NoPrincipal() => Refuse("a principal is '*' or an object");
    }

    private Principals ReadPrincipals(JsonObject node, bool excepted)
    {
        List<string> aws = [], services = [], federated = [];
        foreach (var (type, value) in node)
        {
            var list = type switch
            {
                "AWS" => aws,
                "Service" => services,
                "Federated" => federated,
                // Nobody signs in to this cloud with a canonical user: such a principal meets no caller.
                "CanonicalUser" => [],
                _ => throw Refuse($"principal type '{type}' does not exist"),
            };
            list.AddRange(Many(value, type).Select(item => Text(item, type)));
        }

        // A star is everybody; it is no part of a name
        // (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
        if (aws.Find(principal => principal != "*" && principal.AsSpan().ContainsAny('*', '?')) is { } partial)
        {
            throw Refuse($"the principal '{partial}' has a wildcard in its name");
        }

        return new Principals(aws, services, federated, excepted);
    }

    private IEnumerable<Condition> ReadConditions(JsonNode? node)
    {
        if (node is null)
        {
            yield break;
        }

        foreach (var (name, keys) in node as JsonObject ?? throw Refuse("'Condition' is an object"))
        {
            var (comparison, qualifier, ifExists) = ReadOperator(name);
            foreach (var (key, values) in keys as JsonObject ?? throw Refuse($"condition '{name}' is an object"))
            {
                var expected = Many(values, key).Select(value => ReadPattern(value, key)).ToList();
                yield return new Condition(comparison, qualifier, ifExists, Honored(key), expected);
            }
        }
    }

    private (ConditionOperator Operator, SetQualifier Qualifier, bool IfExists) ReadOperator(string name)
    {
        const string All = "ForAllValues:", Any = "ForAnyValue:", Exists = "IfExists";
        var qualifier = name.StartsWith(All, StringComparison.Ordinal) ? SetQualifier.ForAllValues
            : name.StartsWith(Any, StringComparison.Ordinal) ? SetQualifier.ForAnyValue
            : SetQualifier.None;
        var bare = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var ifExists = bare.EndsWith(Exists, StringComparison.Ordinal);
        var found = ConditionOperator.Find(ifExists ? bare[..^Exists.Length] : bare);
        return found is null
            || (found.TestsPresence && (ifExists || bare != name))
            || (qualifier == SetQualifier.None && bare != name)
            ? throw Refuse($"condition operator '{name}' is not supported")
            : (found, qualifier, ifExists);
    }

    private (IReadOnlyList<Pattern>? Patterns, bool Excepted) OneOf(JsonObject statement, string name, string exception) =>
        (statement[name], statement[exception]) switch
        {
            (null, null) => (null, false),
            ({ } node, null) => ([.. Many(node, name).Select(item => ReadPattern(item, name))], false),
            (null, { } node) => ([.. Many(node, exception).Select(item => ReadPattern(item, exception))], true),
            _ => throw Refuse($"a policy statement has either '{name}' or '{exception}'"),
        };

    private Pattern ReadPattern(JsonNode? node, string name)
    {
        try
        {
            var pattern = Pattern.Parse(Text(node, name), _variables);
            foreach (var variable in pattern.Variables)
            {
                Honored(variable);
            }

            return pattern;
        }
        catch (FormatException mistake)
        {
            throw Refuse(mistake.Message);
        }
    }

    private string Honored(string key) =>
        KnownKeys.Honors(key) ? key : throw Refuse($"condition key '{key}' is not supported");

    private JsonNode?[] Many(JsonNode? node, string name) => node switch
    {
        JsonArray array => [.. array],
        null => throw Refuse($"policy element '{name}' is missing"),
        _ => [node],
    };

    private string Text(JsonNode? node, string name) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => node.ToJsonString(),
        _ => throw Refuse($"policy element '{name}' has no text"),
    };

    private StartupException Refuse(string why) => new($"{place}: {why}");
}
