"""Stories: whom one may follow, paths and questions, one's own path, and what coordinators take down."""
