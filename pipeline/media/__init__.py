"""Files in and files out: whatever was received becomes page images, and pieces become light PDF/A."""
