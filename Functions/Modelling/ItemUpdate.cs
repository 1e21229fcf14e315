using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>
/// What an update changes of an item, step by step; the rest of the item stays as others leave it
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html).
/// </summary>
internal sealed class ItemUpdate
{
    private readonly List<string> _sets = [];
    private readonly List<string> _removes = [];
    private readonly Item _values = [];

    public ItemUpdate Set<TEntity, TValue>(Field<TEntity, TValue> field, TValue value) => Set(field.Name, field.Value(value));

    /// <summary>Sets attributes as they are: those of an index, for example.</summary>
    public ItemUpdate Set(Item attributes)
    {
        foreach (var (name, value) in attributes)
        {
            Set(name, value);
        }

        return this;
    }

    /// <summary>Sets an attribute that no field declares: a key of an index.</summary>
    public ItemUpdate Set(string attribute, string value) => Set(attribute, new AttributeValue { S = value });

    /// <summary>Sets an attribute that the item lacks; one that is there stays.</summary>
    public ItemUpdate SetIfAbsent<TEntity, TValue>(Field<TEntity, TValue> field, TValue value)
    {
        _sets.Add($"#{field.Name} = if_not_exists(#{field.Name}, :{field.Name})");
        _values[$":{field.Name}"] = field.Value(value);
        return this;
    }

    /// <summary>Adds to a number that is there; what comes of it is for a condition to bound.</summary>
    public ItemUpdate Add<TEntity>(Field<TEntity, long> field, long amount)
    {
        _sets.Add($"#{field.Name} = #{field.Name} + :{field.Name}");
        _values[$":{field.Name}"] = new() { N = amount.ToString(CultureInfo.InvariantCulture) };
        return this;
    }

    public ItemUpdate Remove(params IEnumerable<string> attributes)
    {
        _removes.AddRange(attributes.Select(name => $"#{name}"));
        return this;
    }

    public Expression ToExpression() => new(string.Join(' ', Clauses()), _values);

    private ItemUpdate Set(string name, AttributeValue value)
    {
        _sets.Add($"#{name} = :{name}");
        _values[$":{name}"] = value;
        return this;
    }

    private IEnumerable<string> Clauses()
    {
        if (_sets is not [])
        {
            yield return $"SET {string.Join(", ", _sets)}";
        }

        if (_removes is not [])
        {
            yield return $"REMOVE {string.Join(", ", _removes)}";
        }
    }
}
