// Generated from schemas/explain.schema.json by `npm run generate`; do not edit.
export const explainSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "rolecall explain",
  "description": "What `explain --format json` prints: every role a person has, and why.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "formatVersion",
    "principal",
    "roles"
  ],
  "properties": {
    "formatVersion": {
      "description": "Version of this format.",
      "const": 1
    },
    "principal": {
      "description": "The principal asked for; null where the question was who holds a role.",
      "type": [
        "string",
        "null"
      ]
    },
    "unlisted": {
      "description": "With --live: what is live and asked for by no file.",
      "type": "array",
      "items": {
        "description": "A live role.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "scope",
          "label",
          "role",
          "status"
        ],
        "properties": {
          "scope": {
            "description": "Address of the scope.",
            "type": "string"
          },
          "label": {
            "description": "What people know the principal by.",
            "type": "string"
          },
          "role": {
            "description": "Role.",
            "type": "string"
          },
          "status": {
            "description": "Status of the assignment.",
            "type": "string",
            "enum": [
              "active",
              "inactive"
            ]
          }
        }
      }
    },
    "roles": {
      "description": "The roles.",
      "type": "array",
      "items": {
        "description": "A role, and why it is held.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "scope",
          "role",
          "status",
          "via",
          "from",
          "until",
          "reason",
          "inForce",
          "source",
          "commit"
        ],
        "properties": {
          "label": {
            "description": "What the file calls the principal; only where the question was who holds a role.",
            "type": "string"
          },
          "live": {
            "description": "With --live: whether the role is held.",
            "type": "string",
            "enum": [
              "active",
              "inactive",
              "absent",
              "unknown"
            ]
          },
          "scope": {
            "description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
            "type": "string",
            "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
          },
          "role": {
            "description": "Role.",
            "type": "string"
          },
          "status": {
            "description": "Status of the assignment; always active in Redox.",
            "type": "string",
            "enum": [
              "active",
              "inactive"
            ]
          },
          "via": {
            "description": "The team that the entry names; null where it names the person.",
            "type": [
              "string",
              "null"
            ],
            "pattern": "^team:"
          },
          "from": {
            "description": "Start of the entry's term, as a date or RFC 3339 time; null: it has none.",
            "type": [
              "string",
              "null"
            ]
          },
          "until": {
            "description": "End of the entry's term, as a date (its last day) or RFC 3339 time; null: it has none.",
            "type": [
              "string",
              "null"
            ]
          },
          "reason": {
            "description": "The reason the entry gives.",
            "type": [
              "string",
              "null"
            ]
          },
          "inForce": {
            "description": "Whether the entry counts now.",
            "type": "boolean"
          },
          "source": {
            "description": "The entry; null where no line of a file asks for it.",
            "anyOf": [
              {
                "$ref": "#/$defs/source"
              },
              {
                "type": "null"
              }
            ]
          },
          "commit": {
            "description": "The commit that brought the entry; null where there is none.",
            "anyOf": [
              {
                "$ref": "#/$defs/commit"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      }
    }
  },
  "$defs": {
    "source": {
      "description": "A place in a file.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "file",
        "line",
        "column"
      ],
      "properties": {
        "file": {
          "description": "Path relative to the folder of rolecall.yaml, with /.",
          "type": "string"
        },
        "line": {
          "description": "Line, from 1.",
          "type": "integer",
          "minimum": 1
        },
        "column": {
          "description": "Column, from 1.",
          "type": "integer",
          "minimum": 1
        }
      }
    },
    "commit": {
      "description": "A git commit.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "sha",
        "author",
        "date",
        "subject"
      ],
      "properties": {
        "sha": {
          "description": "Its hash.",
          "type": "string",
          "pattern": "^[0-9a-f]{40,64}$"
        },
        "author": {
          "description": "Its author.",
          "type": "string"
        },
        "date": {
          "description": "When it was authored.",
          "type": "string",
          "format": "date-time"
        },
        "subject": {
          "description": "First line of its message.",
          "type": "string"
        }
      }
    }
  }
};
