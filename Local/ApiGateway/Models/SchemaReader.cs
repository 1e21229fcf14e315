using System.Text.Json.Nodes;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>Reads schemas, each once, so that they may refer to one another in circles.</summary>
internal sealed class SchemaReader(SchemaAddresses addresses)
{
    private readonly Dictionary<JsonNode, Schema> _schemas = new(ReferenceEqualityComparer.Instance);

    /// <summary>The schema of an object; other members beside a <c>$ref</c> are ignored.</summary>
    /// <exception cref="ModelException">A keyword has a value of another kind, or a reference leads nowhere.</exception>
    public Schema Read(JsonObject node)
    {
        if (_schemas.TryGetValue(node, out var known))
        {
            return known;
        }

        var schema = _schemas[node] = new();
        if (node["$ref"] is JsonValue value && value.TryGetValue<string>(out var reference))
        {
            var target = addresses.Find(reference, node)
                ?? throw new ModelException($"{node.GetPath()}: the reference '{reference}' leads to no schema of the API's models")
                {
                    LeadsNowhere = true,
                };
            schema.Target = Read(target);
            schema.InPlace.Add(schema.Target);
            return schema;
        }

        foreach (var (name, given) in node)
        {
            if (Keywords.All.TryGetValue(name, out var read))
            {
                schema.Rules[name] = read(new(name, given, node, schema, this));
            }
        }

        return schema;
    }

    /// <summary>Checks that no schema holds a value against itself again and again.</summary>
    /// <exception cref="ModelException">One does.</exception>
    public void CheckForCycles()
    {
        var done = new HashSet<Schema>();
        foreach (var (node, schema) in _schemas)
        {
            if (IsCyclic(schema, [], done))
            {
                throw new ModelException($"{node.GetPath()}: the schema leads back to itself for the same value");
            }
        }
    }

    private static bool IsCyclic(Schema schema, HashSet<Schema> above, HashSet<Schema> done)
    {
        if (!above.Add(schema))
        {
            return true;
        }

        var circles = !done.Contains(schema) && schema.InPlace.Any(next => IsCyclic(next, above, done));
        above.Remove(schema);
        done.Add(schema);
        return circles;
    }
}
